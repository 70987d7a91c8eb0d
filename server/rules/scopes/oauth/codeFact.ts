/** Where code asks for scopes, by the system that grants them. */
export type CodeSystemId = "akeneo" | "atlassian-oauth" | "bitbucket" | "connect" | "superoffice" | "trello";

/** Whose client makes a request: one that takes addresses, or a library of the system's own. */
export type RequestClient = "addresses" | "connect" | "trello";

/** A function whose callers decide what a request inside it is. */
export interface Wrapper {
  /** The request: its file and offset. */
  readonly id: string;
  /** Names under which it is called. */
  readonly names: readonly string[];
}

/** What a file says of scopes that code asks for, and of the requests that need them. */
export type CodeScopeFact =
  /** One name of a list. Lists are told apart by `list`; `complete` where all of it can be read. */
  | { readonly kind: "asked"; readonly system: CodeSystemId; readonly list: string; readonly name: string; readonly complete: boolean }
  | {
      readonly kind: "request";
      readonly client: RequestClient;
      /** `{}` stands for what is unknown; an address without its host where that is unknown. */
      readonly address: string;
      /** Null where it is unknown. */
      readonly methods: readonly (string | null)[];
      /** It is a request for certain, not only a call that looks like one. */
      readonly certain: boolean;
      readonly wrapper?: Wrapper;
    }
  /** A call of wrappers: the requests inside them are decided here. */
  | { readonly kind: "decides"; readonly requests: readonly string[] }
  /** An address of an interface, whatever is done with it. */
  | { readonly kind: "mention"; readonly address: string }
  /** Requests that cannot be read: a sentence without its full stop. Of one system's, or of any. */
  | { readonly kind: "open"; readonly why: string; readonly system?: CodeSystemId; readonly wrapper?: Wrapper }
  /** Something else that a scope is for. */
  | { readonly kind: "use"; readonly use: "act as user" | "webhooks" | "connection token" };
