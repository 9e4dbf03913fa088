import { sha256 } from '../auth';

/** The documents that the portal was built with; its tokens may send these and nothing else. */
export class TrustedDocuments {
  private readonly byId: Map<string, string>;
  private readonly texts: Set<string>;

  /** @param manifest text by `sha256:<hash of the text>` */
  constructor(manifest: Record<string, string>) {
    this.byId = new Map(Object.entries(manifest));
    for (const [id, text] of this.byId) {
      if (`sha256:${sha256(text)}` !== id)
        throw new Error(`The manifest of portal documents is damaged at ${id}; generate it again.`);
    }
    this.texts = new Set(this.byId.values());
  }

  find(documentId: string): string | undefined {
    return this.byId.get(documentId);
  }

  includes(text: string): boolean {
    return this.texts.has(text);
  }
}
