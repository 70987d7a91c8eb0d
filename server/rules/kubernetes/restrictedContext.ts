/** What the restricted profile of the Pod Security Standards asks of a container, and a read-only file system. */
export const restrictedContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};
