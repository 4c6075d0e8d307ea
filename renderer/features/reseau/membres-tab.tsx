import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { bornesAnneeScolaire } from '../../../shared/annee-scolaire'
import { reseauMembre } from '../../../shared/domain/reseau/reseau'
import { ajouterMembre, type FicheReseau, type MembreDeReseau } from '../../../shared/domain/reseau/reseau.contract'
import { id } from '../../../shared/schema'
import { useCommand } from '../../ipc/use-operation'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { useWriteMembres } from '../../membres'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { FieldJour } from '../../ui/form/field-jour'
import { FieldRecherche } from '../../ui/form/field-recherche'
import { SubmitButton } from '../../ui/form/form'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { navigate } from '../../ui/router'
import { State } from '../../ui/state'
import { champDe, type Column } from '../../ui/table/column'
import { chercherEtablissement } from './recherche'
import classes from './reseau.module.css'
import { useSortie } from './use-sortie'

const champ = champDe('reseauMembre')

const columns: readonly Column<MembreDeReseau>[] = [
  {
    cle: 'nom',
    titre: 'Établissement',
    valeur: (membre) => membre.etablissement.nom,
    largeur: 240,
    extensible: 2,
    principale: true,
  },
  { cle: 'uai', titre: 'UAI', valeur: (membre) => membre.etablissement.uai, largeur: 92, extensible: 0 },
  { cle: 'type', titre: 'Type', valeur: (membre) => membre.etablissement.type, largeur: 110, groupable: true },
  { cle: 'commune', titre: 'Commune', valeur: (membre) => membre.etablissement.commune, largeur: 172, groupable: true },
  {
    cle: 'debutLe',
    titre: 'Entré le',
    type: 'jour',
    valeur: ({ debutLe }) => debutLe,
    cellule: champ('debutLe'),
    edition: { input: { genre: 'jour' }, obligatoire: true },
  },
  {
    cle: 'finLe',
    titre: 'Sorti le',
    type: 'jour',
    valeur: ({ finLe }) => finLe,
    cellule: champ('finLe'),
    edition: { input: { genre: 'jour' } },
  },
  {
    cle: 'etat',
    titre: 'État',
    type: 'etat',
    groupable: true,
    valeur: (membre) => etatDe(membre).mot,
    rendu: etat,
    largeur: 190,
    extensible: 1,
  },
]

function etatDe({ enCours, aussiDans, etablissement }: MembreDeReseau) {
  if (!enCours) return { mot: 'Hors du réseau', tone: 'neutre' as const }
  if (etablissement.etat === 'ferme') return { mot: 'Établissement fermé', tone: 'attention' as const }
  if (aussiDans.length > 0) return { mot: `Aussi dans ${aussiDans.join(', ')}`, tone: 'attention' as const }
  return { mot: 'Membre', tone: 'succes' as const }
}

function etat(membre: MembreDeReseau) {
  const { mot, tone } = etatDe(membre)
  return <State tone={tone}>{mot}</State>
}

const chips = [
  { cle: 'enCours', titre: 'Membres', garde: ({ enCours }: MembreDeReseau) => enCours },
  { cle: 'sortis', titre: 'Sortis ou à venir', garde: ({ enCours }: MembreDeReseau) => !enCours },
]

/** Who is in the network, since when; who left it. */
export function MembresTab({ fiche }: { fiche: FicheReseau }) {
  const [adding, setAdding] = useState(false)
  const sortie = useSortie()
  const anciens = fiche.membres.some(({ enCours }) => !enCours)
  const table = useMemoryTable({
    vues: 'membresDeReseau',
    ofRecord: true,
    label: 'Membres du réseau',
    columns,
    rows: fiche.membres,
    rowKey: ({ id: membreId }) => membreId,
    noun: { un: 'membre', plusieurs: 'membres' },
    ...(anciens && { chips, activeChips: ['enCours'] }),
    selectable: true,
    onWrite: useWriteMembres(),
    onOpen: ({ etablissementId }) => navigate(paths.etablissement.href({ id: etablissementId })),
  })
  const membres = table.selectedRows
  return (
    <ListSection
      title="Établissements membres"
      actions={
        <Button variant="default" onClick={() => setAdding(!adding)}>
          {adding ? 'Fermer' : 'Ajouter des établissements…'}
        </Button>
      }
      table={table}
      search
      bulk={
        <>
          <Button variant="default" onClick={() => void sortie.effacer(membres).then(table.clearSelection)}>
            Effacer l’ajout
          </Button>
          <Button variant="default" onClick={() => void sortie.retirer(membres).then(table.clearSelection)}>
            Faire sortir du réseau…
          </Button>
        </>
      }
      empty={
        <EmptyState
          title="Aucun établissement"
          action={<Button onClick={() => setAdding(true)}>Ajouter des établissements…</Button>}
        >
          Ajoutez les établissements du réseau un à un, par leur nom ou leur code UAI.
        </EmptyState>
      }
    >
      {adding && <AjoutDeMembre key={fiche.membres.length} reseauId={fiche.reseau.id} />}
    </ListSection>
  )
}

interface Values {
  etablissementId: string
  debutLe: string
}

const schema = reseauMembre
  .pick({ debutLe: true })
  .extend({ etablissementId: id.min(1, 'Choisissez un établissement.') })

/** One establishment at a time; the day stays for the next one. */
function AjoutDeMembre({ reseauId }: { reseauId: string }) {
  const anneeId = useAnneeId()
  const ajouter = useCommand(ajouterMembre)
  const values = useMemo(
    (): Values => ({ etablissementId: '', debutLe: bornesAnneeScolaire(anneeId).debutLe }),
    [anneeId],
  )
  const form = useSubmitForm<Values>({
    schema,
    values,
    submit: (saisie) => ajouter.mutateAsync({ reseauId, ...saisie }),
  })
  return (
    <div className={classes.ajout}>
      <FieldRecherche
        form={form}
        name="etablissementId"
        label="Établissement"
        search={chercherEtablissement}
        placeholder="Nom, commune ou UAI…"
        required
      />
      <FieldJour form={form} name="debutLe" label="Entré le" required />
      <SubmitButton form={form}>Ajouter</SubmitButton>
    </div>
  )
}
