import { basename, dirname } from 'node:path'
import type {
  butsFichier,
  butsSortie,
  FichierChoisi,
  fichierContract,
} from '../../../shared/domain/fichier/fichier.contract'
import { extensionsDeRapport } from '../../../shared/domain/lettre-de-mission/rapport'
import type { Files } from '../../register/files'
import type { HandlersOf } from '../../register/handler'
import type { FileFilter } from '../../register/shell'

const registreFilter: FileFilter = { nom: 'Registre MLDS', extensions: ['mlds'] }
const excelFilter: FileFilter = { nom: 'Classeur Excel', extensions: ['xlsx'] }
const csvFilter: FileFilter = { nom: 'Texte séparé par des points-virgules (CSV)', extensions: ['csv'] }
const vueFilter: FileFilter = { nom: 'Vue enregistrée', extensions: ['json'] }
const pdfFilter: FileFilter = { nom: 'Document PDF', extensions: ['pdf'] }
const wordFilter: FileFilter = { nom: 'Document Word', extensions: ['docx'] }

const rapportFilter: FileFilter = { nom: 'PDF ou document bureautique', extensions: [...extensionsDeRapport] }

const sources: Record<(typeof butsFichier)[number], { titre: string; filtre: FileFilter }> = {
  registre: { titre: 'Ouvrir un registre', filtre: registreFilter },
  annuaire: { titre: 'Choisir l’annuaire des établissements', filtre: { nom: 'Annuaire (CSV)', extensions: ['csv'] } },
  classeur: { titre: 'Choisir le classeur à importer', filtre: excelFilter },
  vue: { titre: 'Ajouter une vue enregistrée', filtre: vueFilter },
  logo: { titre: 'Choisir le logo de l’académie', filtre: { nom: 'Image', extensions: ['png', 'jpg', 'jpeg'] } },
  rapport: { titre: 'Choisir le rapport à joindre', filtre: rapportFilter },
  modeleWord: { titre: 'Choisir le document Word de l’académie', filtre: wordFilter },
}

const targets: Record<(typeof butsSortie)[number], { titre: string; filtre: FileFilter }> = {
  registre: { titre: 'Créer un registre', filtre: registreFilter },
  demonstration: { titre: 'Créer le registre de démonstration', filtre: registreFilter },
  bilan: { titre: 'Enregistrer le bilan', filtre: excelFilter },
  lettres: { titre: 'Enregistrer toutes les lettres en un seul fichier', filtre: pdfFilter },
  lettre: { titre: 'Enregistrer la lettre', filtre: pdfFilter },
  modeleWord: { titre: 'Enregistrer le document Word', filtre: wordFilter },
  lettreWord: { titre: 'Enregistrer la lettre pour Word', filtre: wordFilter },
  lignesACorriger: { titre: 'Enregistrer les lignes à corriger', filtre: excelFilter },
  listeExcel: { titre: 'Exporter la liste', filtre: excelFilter },
  listeCsv: { titre: 'Exporter la liste', filtre: csvFilter },
  vue: { titre: 'Enregistrer la vue dans un fichier', filtre: vueFilter },
  tableau: { titre: 'Enregistrer le tableau', filtre: excelFilter },
  rapport: { titre: 'Enregistrer une copie du rapport', filtre: rapportFilter },
  calendrier: { titre: 'Enregistrer le calendrier', filtre: { nom: 'Calendrier iCalendar', extensions: ['ics'] } },
}

export const fichierHandlers = {
  'fichier.choisir': async ({ shell, files }, { but }) => {
    const { titre, filtre } = sources[but]
    return granted(files, await shell.chooseFile({ titre, filtres: [filtre] }))
  },

  'fichier.choisirSortie': async ({ shell, files }, { but, nomPropose }) => {
    const { titre, filtre } = targets[but]
    return granted(files, await shell.chooseTarget({ titre, nomPropose, filtres: [filtre] }))
  },

  'fichier.choisirDossier': async ({ shell, files }, { titre }) => granted(files, await shell.chooseFolder({ titre })),

  'fichier.montrer': async ({ shell, files }, { jeton }) => {
    await shell.reveal(files.resolve(jeton))
    return null
  },

  'fichier.ouvrir': async ({ shell, files }, { jeton }) => {
    await shell.open(files.resolve(jeton))
    return null
  },
} satisfies HandlersOf<typeof fichierContract>

function granted(files: Files, chemin: string | null): FichierChoisi | null {
  if (chemin === null) return null
  return { jeton: files.grant(chemin).jeton, nom: basename(chemin), dossier: dirname(chemin) }
}
