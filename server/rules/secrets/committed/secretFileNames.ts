/** A kind of file that is made to hold secrets and stays outside of git. */
export interface SecretFileKind {
  readonly name: RegExp;
  /** Read behind "this". */
  readonly noun: string;
}

/** The kinds, by the end of the path. Files whose name says that they are samples are none. */
const kinds: readonly SecretFileKind[] = [
  { name: /(?:^|\/)\.env(?:\.(?!(?:example|sample|template|dist|defaults?|schema|vault|test|ci|emulated)\b)[\w.-]+)?$|(?:^|\/)[\w-]+\.env$/i, noun: "environment file" },
  { name: /\.(?:pem|key|ppk)$|(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$|private[-_.]?key[\w.-]*\.(?:txt|xml)$/i, noun: "key file" },
  { name: /(?:^|\/)(?:[\w.-]*service[-_]?account[\w.-]*|[\w.-]*credentials?|client_secrets?[\w.-]*|firebase-adminsdk[\w.-]*|[\w.-]*-firebase-adminsdk-[\w.-]*|gcp-key[\w.-]*)\.json$/i, noun: "file of credentials" },
  { name: /(?:^|\/)extension_configuration\.json$/i, noun: "configuration of an Akeneo extension" },
  { name: /(?:^|\/)(?:\.npmrc|\.yarnrc\.yml|\.pypirc|\.netrc|_netrc|\.pgpass|\.my\.cnf|\.git-credentials|\.dockercfg|\.htpasswd)$|(?:^|\/)\.docker\/config\.json$|(?:^|\/)\.aws\/(?:credentials|config)$/i, noun: "file of a person's credentials" },
  { name: /(?:^|\/)(?:kubeconfig[\w.-]*|[\w.-]+\.kubeconfig|\.kube\/config)$/i, noun: "configuration of a cluster's user" },
  { name: /\.tfstate(?:\.backup)?$|(?:^|\/)(?!example)[\w.-]*\.tfvars(?:\.json)?$/i, noun: "file of Terraform" },
  { name: /(?:^|\/)(?:secrets?|local\.settings|appsettings\.(?:local|development\.local|secrets?))\.(?:ya?ml|json|toml|properties)$/i, noun: "file of secrets" },
];
const sample = /(?:^|[._/-])(?:example|sample|template|dist|dummy|fake|mock)s?(?=[._/-]|$)/i;

/** The kind of a file, by its path; undefined where it is none of them. */
export function secretFileKind(path: string): SecretFileKind | undefined {
  return sample.test(path) ? undefined : kinds.find(({ name }) => name.test(path));
}
