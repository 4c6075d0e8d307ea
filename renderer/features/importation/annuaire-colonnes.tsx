import type { ApercuAnnuaire, LigneApercu, SortLigne } from '../../../shared/domain/annuaire/annuaire.contract'
import type { CellulePlanifiee } from '../../../shared/domain/importation/plan'
import { State, Diff, DiffValue } from '../../ui/state'
import type { Column } from '../../ui/table/column'
import type { Chip } from '../../ui/table/filter'
import type { DiffSign, Tone } from '../../ui/tone'
import { Cellule } from './cellule'
import { Garder } from './garder'
import type { Saisie } from './use-saisie'
import classes from './importation.module.css'

/** A line of the preview with its cells at their addresses, and whether the user keeps it. */
export interface LigneAnnuaireMontree extends LigneApercu {
  cellules: CellulePlanifiee[]
  exclue: boolean
}

const sorts: Record<SortLigne, { chip: string; mot: string; tone: Tone; signe?: DiffSign }> = {
  nouvelle: { chip: 'Nouveaux', mot: 'Nouveau', tone: 'succes', signe: 'ajout' },
  modifiee: { chip: 'Modifiés', mot: 'Modifié', tone: 'info', signe: 'modification' },
  rouverte: { chip: 'Rouverts', mot: 'Rouvert', tone: 'info', signe: 'modification' },
  fermee: { chip: 'À fermer', mot: 'À fermer', tone: 'attention', signe: 'retrait' },
  rejetee: { chip: 'À corriger', mot: 'À corriger', tone: 'erreur', signe: 'retrait' },
  doublon: { chip: 'Doublons possibles', mot: 'En double', tone: 'attention' },
}

const champs = ['uai', 'nom', 'type', 'commune'] as const

/** The lines of the preview as the grid shows them. */
export const montrerLignes = (
  { lignes, lettres, origines }: ApercuAnnuaire,
  exclues: ReadonlySet<string>,
): LigneAnnuaireMontree[] =>
  lignes.map((ligne) => ({
    ...ligne,
    exclue: exclues.has(ligne.cle),
    cellules: champs.map((champ) => {
      const valeur = ligne[champ]
      const ref = ligne.numero === null ? '' : `${lettres[champ] ?? ''}${String(ligne.numero)}`
      const origine = origines[ref]
      return { champ, ref, brut: valeur, lu: valeur, ...(origine !== undefined && { origine }) }
    }),
  }))

export const estAEcrire = ({ sort }: Pick<LigneApercu, 'sort'>): boolean => sort !== 'rejetee' && sort !== 'doublon'

const largeurs = { uai: 100, nom: 260, type: 120, commune: 150 }
const titres = { uai: 'UAI', nom: 'Établissement', type: 'Type', commune: 'Commune' }

/** Columns of the preview: whether it is kept, its row and fate, what identifies it, what changes. */
export const colonnesAnnuaire = ({
  edition,
  enAttente,
  onGarder,
}: Pick<Saisie<LigneAnnuaireMontree>, 'edition' | 'enAttente'> & {
  onGarder: (ligne: LigneAnnuaireMontree, garder: boolean) => void
}): Column<LigneAnnuaireMontree>[] => [
  {
    cle: 'garder',
    titre: '✓',
    valeur: (ligne) => estAEcrire(ligne) && !ligne.exclue,
    largeur: 34,
    extensible: 0,
    triable: false,
    rendu: (ligne) =>
      estAEcrire(ligne) ? (
        <Garder
          nom={`${ligne.uai} ${ligne.nom}`}
          gardee={!ligne.exclue}
          onGarder={(garder) => onGarder(ligne, garder)}
        />
      ) : null,
  },
  { cle: 'numero', titre: 'Ligne', type: 'nombre', valeur: ({ numero }) => numero, largeur: 70 },
  {
    cle: 'sort',
    titre: 'Sort',
    type: 'etat',
    valeur: ({ sort }) => sorts[sort].mot,
    rendu: ({ sort }) => <State tone={sorts[sort].tone}>{sorts[sort].mot}</State>,
    largeur: 118,
  },
  ...champs.map((champ): Column<LigneAnnuaireMontree> => ({
    cle: champ,
    titre: titres[champ],
    valeur: (ligne) => ligne[champ],
    largeur: largeurs[champ],
    extensible: champ === 'nom' ? 3 : champ === 'uai' ? 0 : 1,
    principale: champ === 'nom',
    edition: edition(champ),
    rendu: (ligne) => {
      const cellule = ligne.cellules.find((candidate) => candidate.champ === champ)
      if (!cellule) return null
      return <Cellule cellule={cellule} signalements={ligne.signalements} exclue={ligne.exclue} enAttente={enAttente} />
    },
  })),
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
  signalements.some(({ gravite }) => gravite !== 'information') && sort !== 'rejetee' && sort !== 'doublon'

const parSort = Object.entries(sorts).map(([sort, { chip, tone }]) => ({
  cle: sort,
  titre: chip,
  tone,
  garde: (ligne: LigneApercu) => ligne.sort === sort,
}))
const doutes = { cle: 'aVerifier', titre: 'À vérifier', tone: 'attention' as const, garde: aVerifier }

/** One chip for each kind of line that the file has. */
export const chipsAnnuaire = (lignes: readonly LigneAnnuaireMontree[]): Chip<LigneAnnuaireMontree>[] =>
  [...parSort, doutes].filter(({ garde }) => lignes.some(garde))

export const signeDeLigne = ({ sort, exclue }: LigneAnnuaireMontree): DiffSign | undefined =>
  exclue ? undefined : sorts[sort].signe
