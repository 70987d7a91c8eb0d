/** Who asks for images and containers that are set up by the industry's best practice. */
export const hardening: readonly string[] = ["akeneo/hardened-images", "akeneo/cis-benchmarks", "superoffice/cis-controls", "openchannel/container-scan"];

/** Who asks besides for parts from known places that stay what they were. */
export const supplyChain: readonly string[] = [...hardening, "atlassian/supply-chain"];

/** Who asks besides that no credential is part of an image. */
export const noCredentials: readonly string[] = ["akeneo/hardened-images", "akeneo/cis-benchmarks", "atlassian/container-no-credentials", "superoffice/secrets-stored-securely", "openchannel/container-scan"];
