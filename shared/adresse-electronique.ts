/** An address that every mail program takes: printable ASCII, one « @ », a domain with a dot. */
export const estAdresseElectronique = (texte: string): boolean =>
  texte.length <= 254 &&
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z\d-]+(?:\.[a-z\d-]+)+$/iu.test(texte)
