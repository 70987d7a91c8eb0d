import { ComponentScope, ComponentType, HashAlgorithm } from "@cyclonedx/cyclonedx-library/Enums";
import { Bom, Component, LicenseExpression, NamedLicense, SpdxLicense, Tool, type License } from "@cyclonedx/cyclonedx-library/Models";
import { JSON as CycloneJson, JsonSerializer } from "@cyclonedx/cyclonedx-library/Serialize";
import { isSupportedSpdxId } from "@cyclonedx/cyclonedx-library/SPDX";
import { Spec1dot6 } from "@cyclonedx/cyclonedx-library/Spec";
import { version as ownVersion } from "../../core/version.ts";
import type { Installed, InstalledPackage, InstalledProject, PackageUse } from "../../workspace/dependencies/installedPackages.ts";

const scopes: Readonly<Record<PackageUse, ComponentScope>> = { required: ComponentScope.Required, optional: ComponentScope.Optional, development: ComponentScope.Excluded };
const algorithms: Readonly<Record<string, HashAlgorithm>> = { sha1: HashAlgorithm["SHA-1"], sha256: HashAlgorithm["SHA-256"], sha384: HashAlgorithm["SHA-384"], sha512: HashAlgorithm["SHA-512"] };

/**
 * A software bill of materials: CycloneDX 1.6, JSON. The same lock files give the same text: it has neither a serial number nor
 * a time. `name` is that of the audited folder, for an app that says none.
 */
export function cycloneDx({ packages, projects }: Installed, name: string): string {
  const bom = new Bom();
  bom.metadata.tools.tools.add(new Tool({ name: "marketlint", version: ownVersion }));
  const components = new Map([...packages].map(([url, one]) => [url, componentOf(url, one)] as const));
  for (const [url, component] of components) {
    bom.components.add(component);
    link(component, packages.get(url)?.dependsOn ?? [], components);
  }
  const main = projects.find(({ path }) => !path.includes("/"));
  const root = projectComponent(main, name, "app");
  bom.metadata.component = root;
  link(root, main?.dependsOn ?? [], components);
  for (const project of projects.filter((one) => one !== main)) {
    const component = projectComponent(project, project.path, `app:${project.path}`);
    bom.components.add(component);
    root.dependencies.add(component.bomRef);
    link(component, project.dependsOn, components);
  }
  const serializer = new JsonSerializer(new CycloneJson.Normalize.Factory(Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function projectComponent(project: InstalledProject | undefined, otherwise: string, reference: string): Component {
  return new Component(ComponentType.Application, project?.name ?? otherwise, { bomRef: reference, ...(project?.version !== undefined && { version: project.version }) });
}

function componentOf(url: string, { name, version, use, integrity, license }: InstalledPackage): Component {
  const slash = name.indexOf("/");
  const component = new Component(ComponentType.Library, name.slice(slash + 1), { bomRef: url, purl: url, version, scope: scopes[use], ...(slash > 0 && { group: name.slice(0, slash) }) });
  for (const one of integrity?.split(/\s+/) ?? []) {
    const [, algorithm = "", digest = ""] = /^(sha\d+)-([A-Za-z0-9+/]+=*)/.exec(one) ?? [];
    const known = algorithms[algorithm];
    if (known !== undefined) component.hashes.set(known, Buffer.from(digest, "base64").toString("hex"));
  }
  if (license !== undefined) component.licenses.add(licenseOf(license));
  return component;
}

function licenseOf(text: string): License {
  if (isSupportedSpdxId(text)) return new SpdxLicense(text);
  return /^\(?[\w.+-]+\)?(?: (?:OR|AND|WITH) \(?[\w.+-]+\)?)+$/.test(text) ? new LicenseExpression(text) : new NamedLicense(text);
}

function link(component: Component, urls: readonly string[], components: ReadonlyMap<string, Component>): void {
  for (const url of urls) {
    const other = components.get(url);
    if (other) component.dependencies.add(other.bomRef);
  }
}
