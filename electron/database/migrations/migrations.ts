import { sql as registre } from './0001-registre'
import { sql as journal } from './0002-journal'
import { sql as campagne } from './0003-campagne'
import { sql as importFait } from './0004-import-fait'
import { sql as suivi } from './0005-suivi'
import { sql as vue } from './0006-vue'
import { sql as modeleLettre } from './0007-modele-lettre'
import { sql as bilanArrete } from './0008-bilan-arrete'
import { sql as courriel } from './0009-courriel'
import { sql as modeleWord } from './0010-modele-word'
import { sql as visa } from './0011-visa'
import { sql as annexeFse } from './0012-annexe-fse'
import { sql as teteDuJournal } from './0013-tete-du-journal'
import { sql as adresseSignataire } from './0014-adresse-signataire'
import { sql as mentionEurope } from './0015-mention-europe'

export interface Migration {
  version: number
  nom: string
  /** The new shape. The journal's triggers are away meanwhile: a trigger on a dropped column would refuse it. */
  sql: string
  /** What changes in the rows, with the triggers of the new shape in place: it is journalled as one step. */
  donnees?: string
}

/** Ordered list; the position is the version (`PRAGMA user_version`). Never reorder, never edit a past one. */
export const migrations: readonly Migration[] = [
  { version: 1, nom: 'registre', sql: registre },
  { version: 2, nom: 'journal', sql: journal },
  { version: 3, nom: 'campagne', sql: campagne },
  { version: 4, nom: 'import-fait', sql: importFait },
  { version: 5, nom: 'suivi', sql: suivi },
  { version: 6, nom: 'vue', sql: vue },
  { version: 7, nom: 'modele-lettre', sql: modeleLettre },
  { version: 8, nom: 'bilan-arrete', sql: bilanArrete },
  { version: 9, nom: 'courriel', sql: courriel },
  { version: 10, nom: 'modele-word', sql: modeleWord },
  { version: 11, nom: 'visa', sql: visa },
  { version: 12, nom: 'annexe-fse', sql: annexeFse },
  { version: 13, nom: 'tete-du-journal', sql: teteDuJournal },
  { version: 14, nom: 'adresse-signataire', sql: adresseSignataire },
  { version: 15, nom: 'mention-europe', sql: mentionEurope },
]

export const versionCourante = migrations.length
