/** What an archive is expected to be, in the words of the sentences that refuse it. */
export interface EspeceDArchive {
  /** « ce qu’aucun classeur ordinaire n’a » */
  ordinaire: string
  /** It is not a ZIP at all. */
  autreChose: string
  macros: string
  ancienFormat: string
  motDePasse: string
  abime: string
  /** What happens to what was there before. */
  suite: string
}

const enregistrerXlsx = 'enregistrez-le au format « Classeur Excel (.xlsx) »'
const enregistrerDocx = 'enregistrez-le au format « Document Word (.docx) »'

export const classeurExcel: EspeceDArchive = {
  ordinaire: 'ce qu’aucun classeur ordinaire n’a',
  autreChose: `n’est pas un classeur Excel (.xlsx), malgré son nom : ouvrez-le dans le tableur et ${enregistrerXlsx}.`,
  macros: `contient des macros : ${enregistrerXlsx}, sans macros, et recommencez.`,
  ancienFormat: `est à l’ancien format d’Excel (.xls) : ${enregistrerXlsx} et recommencez.`,
  motDePasse:
    'est protégé par un mot de passe : ouvrez-le dans Excel, retirez le mot de passe (Fichier, Informations, Protéger le classeur), enregistrez-le et recommencez.',
  abime: 'est abîmé ou incomplet : enregistrez-le de nouveau depuis le tableur, ou demandez-en une autre copie.',
  suite: 'Rien n’a été importé.',
}

export const modeleWord: EspeceDArchive = {
  ordinaire: 'ce qu’aucun document ordinaire n’a',
  autreChose: `n’est pas un document Word (.docx), malgré son nom : ouvrez-le dans Word et ${enregistrerDocx}.`,
  macros: `contient des macros : ${enregistrerDocx}, sans macros, et recommencez.`,
  ancienFormat: `est à l’ancien format de Word (.doc) : ${enregistrerDocx} et recommencez.`,
  motDePasse:
    'est protégé par un mot de passe : ouvrez-le dans Word, retirez le mot de passe (Fichier, Informations, Protéger le document), enregistrez-le et recommencez.',
  abime: 'est abîmé ou incomplet : enregistrez-le de nouveau depuis Word, ou demandez-en une autre copie.',
  suite: 'Le modèle n’a pas été pris.',
}
