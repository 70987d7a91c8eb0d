/** Responses that have methods for cookies, with the names and types by which handlers know them. */
export type ResponseKind = "express" | "fastify";

/** How a response of a kind is recognised where it is not typed, and where it is. */
export interface ResponseNames {
  readonly parameter: RegExp;
  readonly type: RegExp;
  /** Modules whose types of that name mean something else. */
  readonly foreign: RegExp;
}

/** Names of parameters and types, one a kind of response. */
export const responseNames: Readonly<Record<ResponseKind, ResponseNames>> = {
  express: {
    parameter: /^_?(?:http|express)?(?:res|resp|response)$/i,
    type: /(?:^|\.)\w*Res(?:ponse)?$/,
    // Test clients and other clients, whose answers come in; Adonis has defaults of its own.
    foreign:
      /^(?:supertest|superagent|chai-http|light-my-request|node-fetch|undici|axios|got|ky|needle|request|msw|playwright|puppeteer|cypress|@playwright\/test|@edge-runtime\/.*|@adonisjs\/.*|@ioc:Adonis\/.*)$/,
  },
  fastify: { parameter: /^_?reply$/i, type: /(?:^|\.)FastifyReply$/, foreign: /^$/ },
};
