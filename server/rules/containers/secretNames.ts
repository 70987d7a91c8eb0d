/** Ends of names under which credentials are handed over, in the style of variables. */
const secretEnd =
  /(?:^|_)(?:PASSWORD|PASSWD|PWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|SECRET_?KEY|PRIVATE_?KEY|ACCESS_?KEY|AUTH_?KEY|LICENSE_?KEY|CREDENTIALS?|PAT|(?:NPM|COMPOSER|PIP|NUGET)_?AUTH|SSH_KEY|SERVICE_ACCOUNT(?:_JSON)?)$/;

/** Names that are public by their making, or of a thing that only points to a secret. */
const harmless = /(?:^|_)(?:PUBLIC|PUBLISHABLE|DUMMY|FAKE|TEST)(?:_|$)|^(?:VITE|REACT_APP|NEXT_PUBLIC|NUXT_PUBLIC|GATSBY|EXPO_PUBLIC|VUE_APP)_/;

/** Whether a variable's name says that it holds a credential. */
export function isSecretName(name: string): boolean {
  const upper = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();
  return name.length <= 80 && secretEnd.test(upper) && !harmless.test(upper);
}
