/** What an archive is expected to be, in the words of the sentences that refuse it. */
export interface EspeceDArchive {
  /** « ce qu’aucun classeur ordinaire n’a » */
  ordinaire: string
  /** How its name ends. */
  extension: string
  /** It is not a ZIP at all: what it is not, and what to do with what has that name. */
  autreChose: { pas: string; faire: string }
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
  extension: '.xlsx',
  autreChose: { pas: 'n’est pas un classeur Excel (.xlsx)', faire: `ouvrez-le dans le tableur et ${enregistrerXlsx}` },
  macros: `contient des macros : ${enregistrerXlsx}, sans macros, et recommencez.`,
  ancienFormat: `est à l’ancien format d’Excel (.xls) : ${enregistrerXlsx} et recommencez.`,
  motDePasse:
    'est protégé par un mot de passe : ouvrez-le dans Excel, retirez le mot de passe (Fichier, Informations, Protéger le classeur), enregistrez-le et recommencez.',
  abime: 'est abîmé ou incomplet : enregistrez-le de nouveau depuis le tableur, ou demandez-en une autre copie.',
  suite: 'Rien n’a été importé.',
}

export const modeleWord: EspeceDArchive = {
  ordinaire: 'ce qu’aucun document ordinaire n’a',
  extension: '.docx',
  autreChose: { pas: 'n’est pas un document Word (.docx)', faire: `ouvrez-le dans Word et ${enregistrerDocx}` },
  macros: `contient des macros : ${enregistrerDocx}, sans macros, et recommencez.`,
  ancienFormat: `est à l’ancien format de Word (.doc) : ${enregistrerDocx} et recommencez.`,
  motDePasse:
    'est protégé par un mot de passe : ouvrez-le dans Word, retirez le mot de passe (Fichier, Informations, Protéger le document), enregistrez-le et recommencez.',
  abime: 'est abîmé ou incomplet : enregistrez-le de nouveau depuis Word, ou demandez-en une autre copie.',
  suite: 'Le modèle n’a pas été pris.',
}
