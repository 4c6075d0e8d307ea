import type {
  AgentEnResidence,
  FicheEtablissement,
  LettreDEtablissement,
  ReseauDEtablissement,
} from '../../../shared/domain/etablissement/etablissement.contract'
import { uniteCourte, volumeCourt } from '../../../shared/domain/lettre-de-mission/intervention'
import { majusculeInitiale } from '../../../shared/text'
import { colonneEtatLettre } from '../../etat-lettre'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { useWriteMembres } from '../../membres'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { navigate } from '../../ui/router'
import { State } from '../../ui/state'
import type { Column, StoredCell } from '../../ui/table/column'
import classes from './etablissement.module.css'

/** The network that it only leads has no membership. */
const estMembre = ({ membreId }: ReseauDEtablissement): boolean => membreId !== null
const champ =
  (nom: string) =>
  ({ membreId }: ReseauDEtablissement): StoredCell | null =>
    membreId === null ? null : { table: 'reseauMembre', id: membreId, champ: nom }

const reseauColumns: readonly Column<ReseauDEtablissement>[] = [
  { cle: 'nom', titre: 'Réseau', valeur: ({ nom }) => nom, largeur: 220, extensible: 2, principale: true },
  { cle: 'type', titre: 'Type', valeur: ({ type }) => type, largeur: 120 },
  { cle: 'tete', titre: 'Rôle', valeur: ({ estTete }) => (estTete ? 'Tête de réseau' : 'Membre'), largeur: 130 },
  {
    cle: 'debutLe',
    titre: 'Entré le',
    type: 'jour',
    valeur: ({ debutLe }) => debutLe,
    cellule: champ('debutLe'),
    edition: { input: { genre: 'jour' }, permise: estMembre, obligatoire: true },
  },
  {
    cle: 'finLe',
    titre: 'Sorti le',
    type: 'jour',
    valeur: ({ finLe }) => finLe,
    cellule: champ('finLe'),
    edition: { input: { genre: 'jour' }, permise: estMembre },
  },
  {
    cle: 'etat',
    titre: 'État',
    type: 'etat',
    valeur: ({ enCours }) => (enCours ? 'En cours' : 'Terminé'),
    rendu: ({ enCours }) => <State tone={enCours ? 'succes' : 'neutre'}>{enCours ? 'En cours' : 'Terminé'}</State>,
  },
]

const residentColumns: readonly Column<AgentEnResidence>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 200, principale: true },
  { cle: 'role', titre: 'Rôle', valeur: ({ role }) => majusculeInitiale(role), largeur: 220 },
  { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', valeur: ({ quotite }) => quotite },
  { cle: 'debutLe', titre: 'Du', type: 'jour', valeur: ({ debutLe }) => debutLe },
  { cle: 'finLe', titre: 'Au', type: 'jour', valeur: ({ finLe }) => finLe },
]

const lettreColumns: readonly Column<LettreDEtablissement>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 200, principale: true },
  { cle: 'role', titre: 'Rôle', valeur: ({ role }) => majusculeInitiale(role), largeur: 220 },
  { cle: 'nature', titre: 'Nature', valeur: ({ nature }) => nature, largeur: 160 },
  {
    cle: 'volume',
    titre: 'Volume',
    type: 'nombre',
    valeur: ({ volume }) => volume,
    rendu: volumeCourt,
    unite: uniteCourte,
    largeur: 110,
  },
  {
    ...colonneEtatLettre,
    titre: 'Lettre',
  },
]

/** The networks it belongs to, and who works there this year. */
export function LiensTab({ fiche: { reseaux, residents, lettres } }: { fiche: FicheEtablissement }) {
  const anneeId = useAnneeId()
  const tableReseaux = useMemoryTable({
    vues: 'reseauxDEtablissement',
    ofRecord: true,
    label: 'Réseaux de l’établissement',
    columns: reseauColumns,
    rows: reseaux,
    rowKey: ({ membreId, reseauId }) => membreId ?? reseauId,
    noun: { un: 'réseau', plusieurs: 'réseaux' },
    onWrite: useWriteMembres(),
    onOpen: ({ reseauId }) => navigate(paths.reseau.href({ id: reseauId })),
  })
  const tableResidents = useMemoryTable({
    vues: 'residentsDEtablissement',
    ofRecord: true,
    label: 'Agents en résidence',
    columns: residentColumns,
    rows: residents,
    rowKey: ({ agentId, debutLe, role }) => `${agentId} ${debutLe} ${role}`,
    noun: { un: 'agent', plusieurs: 'agents' },
    onOpen: ({ agentId }) => navigate(paths.agent.href({ id: agentId })),
  })
  const tableLettres = useMemoryTable({
    vues: 'lettresDEtablissement',
    ofRecord: true,
    label: 'Lettres qui le nomment',
    columns: lettreColumns,
    rows: lettres,
    rowKey: ({ id }) => id,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    onOpen: ({ id }) => navigate(paths.lettre.href({ id })),
  })
  return (
    <div className={classes.column}>
      <ListSection title="Réseaux" table={tableReseaux} empty={<EmptyState title="Dans aucun réseau" />} />
      <ListSection
        title={`Agents en résidence administrative en ${anneeId}`}
        table={tableResidents}
        empty={<EmptyState title="Aucun agent en résidence ici" />}
      />
      <ListSection
        title={`Lettres de mission ${anneeId} qui le nomment`}
        table={tableLettres}
        empty={<EmptyState title="Aucune lettre ne le nomme" />}
      />
    </div>
  )
}
