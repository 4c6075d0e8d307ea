import type { LigneApercu, SortLigne } from '../../../shared/domain/annuaire/annuaire.contract'
import { State, Diff, DiffValue } from '../../ui/state'
import type { Column } from '../../ui/table/column'
import type { Chip } from '../../ui/table/filter'
import type { DiffSign, Tone } from '../../ui/tone'
import classes from './etablissement.module.css'

const sorts: Record<SortLigne, { chip: string; mot: string; tone: Tone; signe?: DiffSign }> = {
  nouvelle: { chip: 'Nouveaux', mot: 'Nouveau', tone: 'succes', signe: 'ajout' },
  modifiee: { chip: 'Modifiés', mot: 'Modifié', tone: 'info', signe: 'modification' },
  rouverte: { chip: 'Rouverts', mot: 'Rouvert', tone: 'info', signe: 'modification' },
  fermee: { chip: 'À fermer', mot: 'À fermer', tone: 'attention', signe: 'retrait' },
  rejetee: { chip: 'À corriger', mot: 'À corriger', tone: 'erreur', signe: 'retrait' },
  doublon: { chip: 'En double', mot: 'En double', tone: 'neutre' },
}

export const importColumns: readonly Column<LigneApercu>[] = [
  { cle: 'numero', titre: 'Ligne', type: 'nombre', valeur: ({ numero }) => numero, largeur: 70 },
  {
    cle: 'sort',
    titre: 'Sort',
    type: 'etat',
    valeur: ({ sort }) => sorts[sort].mot,
    rendu: ({ sort }) => <State tone={sorts[sort].tone}>{sorts[sort].mot}</State>,
    largeur: 118,
  },
  { cle: 'uai', titre: 'UAI', valeur: ({ uai }) => uai, largeur: 92, extensible: 0 },
  { cle: 'nom', titre: 'Établissement', valeur: ({ nom }) => nom, largeur: 260, extensible: 3, principale: true },
  { cle: 'type', titre: 'Type', valeur: ({ type }) => type, largeur: 120 },
  { cle: 'commune', titre: 'Commune', valeur: ({ commune }) => commune, largeur: 150 },
  { cle: 'change', titre: 'Ce qui change', valeur: enMots, rendu: changements, largeur: 280, extensible: 3 },
]

const absent = 'Absent du fichier'
const ditFerme = 'L’annuaire le dit fermé'

function enMots({ changements: champs, sort, numero, usages }: LigneApercu): string {
  if (sort === 'fermee') return [numero === null ? absent : ditFerme, usages].filter(Boolean).join(', ')
  return champs.map(({ libelle, avant, apres }) => `${libelle} ${avant} ${apres}`).join(' ')
}

function changements(ligne: LigneApercu) {
  if (ligne.sort === 'fermee') {
    return (
      <span className={classes.changements}>
        <Diff sign="retrait" before={ligne.numero === null ? absent : ditFerme} />
        {ligne.usages !== '' && <State tone="attention">{ligne.usages}</State>}
      </span>
    )
  }
  return (
    <span className={classes.changements}>
      {ligne.changements.map(({ champ, libelle, avant, apres }) => (
        <span key={champ} className={classes.changement}>
          <b>{libelle}</b> <DiffValue before={avant} after={apres || '(vide)'} />
        </span>
      ))}
    </span>
  )
}

const aVerifier = ({ sort, signalements }: LigneApercu): boolean =>
  signalements.length > 0 && sort !== 'rejetee' && sort !== 'doublon'

/** One chip for each kind of line that the file has. */
export function importChips(lignes: readonly LigneApercu[]): Chip<LigneApercu>[] {
  const parSort = Object.entries(sorts).map(([sort, { chip, tone }]) => ({
    cle: sort,
    titre: chip,
    tone,
    garde: (ligne: LigneApercu) => ligne.sort === sort,
  }))
  const doutes: Chip<LigneApercu> = { cle: 'aVerifier', titre: 'À vérifier', tone: 'attention', garde: aVerifier }
  return [...parSort, doutes].filter(({ garde }) => lignes.some(garde))
}

export const signeDeLigne = ({ sort }: LigneApercu): DiffSign | undefined => sorts[sort].signe

/** Why the row is refused or deserves a look, cell by cell. */
export function noteDeLigne({ signalements }: LigneApercu) {
  if (signalements.length === 0) return undefined
  return signalements.map(({ cellule, message, suggestion }) => (
    <span key={cellule}>
      {cellule} · {message}
      {suggestion !== null && !message.includes(suggestion) && ` Proposition : ${suggestion}.`}{' '}
    </span>
  ))
}
