import { formatJour } from '../../../shared/dates'
import { typographierClasseur } from '../../documents/excel-french'
import type { FaitsDuBilan } from '../../../shared/domain/bilan/bilan'
import { chiffresCles, type ChiffreDuBilan, type TableDuBilan } from '../../../shared/domain/bilan/chiffres'
import type { BlocDeTexte, ClasseurDecrit, PageDeChiffres, PageDeTexte } from '../../documents/excel-description'
import {
  accueil,
  feuilleAgents,
  feuilleCouverture,
  feuilleEtablissements,
  feuilleFse,
  feuilleLettres,
  feuilleReseaux,
  feuilles,
  feuilleSynthese,
} from './bilan.feuilles'

const rubriques: readonly { titre: string; tables: readonly TableDuBilan[] }[] = [
  { titre: 'Agents', tables: ['agents'] },
  { titre: 'Réseaux et établissements', tables: ['reseaux', 'etablissements', 'couverture'] },
  { titre: 'Lettres de mission', tables: ['lettres', 'synthese'] },
  { titre: 'FSE', tables: ['fse'] },
]

/** What the figures count that their label does not say. */
const unites: Readonly<Record<string, string>> = {
  etp: 'ETP',
  etpCoordonnateurs: 'ETP',
  etpFormateurs: 'ETP',
  heuresAnnuelles: 'h par an',
}

export interface DatesDuBilan {
  /** Instant of the file. */
  creeLe: string
  editeLe: string
  /** Day at whose end the register was read. */
  auJour?: string | undefined
  /** Day on which these figures were frozen. */
  arreteLe?: string | undefined
}

/** « jour de l’édition », or the day that the figures are of. */
function momentCompte(auJour: string | undefined, arreteLe: string | undefined): string {
  if (arreteLe !== undefined) return `${formatJour(arreteLe)}, quand ce bilan a été arrêté`
  return auJour === undefined ? 'jour de l’édition' : `${formatJour(auJour)} au soir (reconstitué depuis son journal)`
}

/** The year's facts → the workbook's description: wording, order and columns. */
export function composeBilan(faits: FaitsDuBilan, { creeLe, editeLe, auJour, arreteLe }: DatesDuBilan): ClasseurDecrit {
  const edition =
    arreteLe !== undefined
      ? `arrêté le ${formatJour(arreteLe)}, `
      : auJour === undefined
        ? ''
        : `registre tel qu’il était le ${formatJour(auJour)} au soir, `
  const chiffres = chiffresCles(faits)
  return typographierClasseur({
    titre: titreDuBilan(faits),
    auteur: `Académie ${faits.academie.nomComplement}`,
    creeLe,
    editeLe,
    feuilles: [
      couverturePage(faits, chiffres, `${edition}édité le ${formatJour(editeLe)}`),
      feuilleAgents(faits),
      feuilleReseaux(faits),
      feuilleCouverture(faits),
      feuilleEtablissements(faits),
      feuilleLettres(faits),
      feuilleSynthese(faits),
      feuilleFse(faits),
      methode(faits, chiffres, { editeLe, auJour, arreteLe }),
    ],
  })
}

const titreDuBilan = ({ anneeId }: FaitsDuBilan): string => `Bilan d’activité MLDS ${anneeId}`

function couverturePage(faits: FaitsDuBilan, chiffres: ChiffreDuBilan[], edition: string): PageDeChiffres {
  return {
    genre: 'chiffres',
    nom: accueil,
    titre: titreDuBilan(faits),
    sousTitre: `Académie ${faits.academie.nomComplement} · mission de lutte contre le décrochage scolaire · ${edition}`,
    rubriques: rubriques.map(({ titre, tables }) => ({
      titre,
      chiffres: chiffres
        .filter(({ table }) => tables.includes(table))
        .map(({ cle, libelle, valeur, type, definition }) => {
          const unite = unites[cle]
          return { libelle, valeur, type, definition, ...(unite !== undefined && { unite }) }
        }),
    })),
    liens: [...Object.values(feuilles), 'Méthode'].map((feuille) => ({ feuille, libelle: feuille })),
    note: 'Chaque chiffre est défini dans la feuille « Méthode » et se recompte dans la feuille citée.',
  }
}

function methode(
  faits: FaitsDuBilan,
  chiffres: ChiffreDuBilan[],
  { editeLe, auJour, arreteLe }: Omit<DatesDuBilan, 'creeLe'>,
): PageDeTexte {
  const definitions: BlocDeTexte[] = chiffres.map(({ libelle, definition, table }) => ({
    genre: 'definition',
    terme: libelle,
    texte: `${definition} Lignes comptées : feuille « ${feuilles[table]} ».`,
  }))
  return {
    genre: 'texte',
    nom: 'Méthode',
    titre: 'Méthode',
    sousTitre: `Année scolaire ${faits.anneeId}, du 1er septembre au 31 août. Édité le ${formatJour(editeLe)}.`,
    lienRetour: accueil,
    blocs: [
      { genre: 'titre', texte: 'Source et période' },
      {
        genre: 'paragraphe',
        texte: `Tous les chiffres sont comptés dans le registre de l’académie ${faits.academie.nomComplement}, tel qu’il était le ${momentCompte(auJour, arreteLe)}. Les réseaux sont regardés au ${formatJour(faits.jour)}.`,
      },
      {
        genre: 'paragraphe',
        texte:
          'Les totaux des feuilles sont des formules sur les lignes visibles : ils suivent les filtres. Aucun chiffre n’est arrondi avant d’être additionné.',
      },
      { genre: 'titre', texte: 'Définition des chiffres' },
      ...definitions,
    ],
  }
}
