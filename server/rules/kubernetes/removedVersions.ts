/** When Kubernetes stopped to serve a version of a kind, and what is served instead. */
export interface RemovedVersion {
  readonly group: string;
  readonly version: string;
  /** The kinds it concerns; absent for all of the version. */
  readonly kinds?: readonly string[];
  /** The first release without it. */
  readonly since: string;
  readonly instead: string;
}

/** The releases are those of Kubernetes' own deprecation guide; all lie before 1.33. */
export const removedVersions: readonly RemovedVersion[] = [
  { group: "extensions", version: "v1beta1", kinds: ["Ingress"], since: "1.22", instead: "networking.k8s.io/v1" },
  { group: "extensions", version: "v1beta1", kinds: ["NetworkPolicy"], since: "1.16", instead: "networking.k8s.io/v1" },
  { group: "extensions", version: "v1beta1", since: "1.16", instead: "apps/v1" },
  { group: "apps", version: "v1beta1", since: "1.16", instead: "apps/v1" },
  { group: "apps", version: "v1beta2", since: "1.16", instead: "apps/v1" },
  { group: "networking.k8s.io", version: "v1beta1", kinds: ["Ingress", "IngressClass"], since: "1.22", instead: "networking.k8s.io/v1" },
  { group: "rbac.authorization.k8s.io", version: "v1alpha1", since: "1.22", instead: "rbac.authorization.k8s.io/v1" },
  { group: "rbac.authorization.k8s.io", version: "v1beta1", since: "1.22", instead: "rbac.authorization.k8s.io/v1" },
  { group: "apiextensions.k8s.io", version: "v1beta1", since: "1.22", instead: "apiextensions.k8s.io/v1" },
  { group: "apiregistration.k8s.io", version: "v1beta1", since: "1.22", instead: "apiregistration.k8s.io/v1" },
  {
    group: "admissionregistration.k8s.io",
    version: "v1beta1",
    kinds: ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
    since: "1.22",
    instead: "admissionregistration.k8s.io/v1",
  },
  { group: "scheduling.k8s.io", version: "v1beta1", since: "1.22", instead: "scheduling.k8s.io/v1" },
  { group: "storage.k8s.io", version: "v1beta1", kinds: ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"], since: "1.22", instead: "storage.k8s.io/v1" },
  { group: "batch", version: "v1beta1", kinds: ["CronJob"], since: "1.25", instead: "batch/v1" },
  { group: "policy", version: "v1beta1", kinds: ["PodDisruptionBudget"], since: "1.25", instead: "policy/v1" },
  { group: "policy", version: "v1beta1", kinds: ["PodSecurityPolicy"], since: "1.25", instead: "Pod Security Admission" },
  { group: "discovery.k8s.io", version: "v1beta1", kinds: ["EndpointSlice"], since: "1.25", instead: "discovery.k8s.io/v1" },
  { group: "autoscaling", version: "v2beta1", since: "1.25", instead: "autoscaling/v2" },
  { group: "autoscaling", version: "v2beta2", since: "1.26", instead: "autoscaling/v2" },
];
