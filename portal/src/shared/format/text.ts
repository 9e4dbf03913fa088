/** A text that the house wrote in both languages. */
export interface LocalizedText {
  zh: string;
  en: string;
}
