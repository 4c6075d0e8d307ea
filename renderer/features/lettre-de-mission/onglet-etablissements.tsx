import { Button, CloseButton } from '@mantine/core'
import { z } from 'zod'
import { libellesLignes } from '../../../shared/domain/lettre-de-mission/libelles'
import {
  lettreEtablissement,
  type LettreEtablissement,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import {
  definirEtablissements,
  type LettreLue,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { compte } from '../../../shared/nombres'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { EmptyState } from '../../ui/empty-state'
import { FieldBooleen, FieldChoix } from '../../ui/form/choice-fields'
import { FieldRecherche } from '../../ui/form/field-recherche'
import { FormGrid } from '../../ui/form/form'
import type { FormModel } from '../../ui/form/form-model'
import { FieldNumber } from '../../ui/form/number-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import { Seen } from '../../ui/seen'
import { ListeConstats } from './liste-constats'
import classes from './lettre.module.css'
import { trouverEtablissement } from './onglet-service'

const ligne = lettreEtablissement.omit({ lettreId: true, ordre: true })
const libelles = libellesLignes.lettreEtablissement
type Ligne = Omit<LettreEtablissement, 'lettreId' | 'ordre'>
const schema = z.object({ lignes: z.array(ligne) })

const unites = [
  { value: 'heuresParAn', label: 'h par an' },
  { value: 'joursParSemaine', label: 'j par sem.' },
]

/** Where the mission is done: nature, volume, GPDS. */
export function OngletEtablissements({ lue }: { lue: LettreLue }) {
  const { lettre, etablissements, etablissementsAProposer: proposes, constats } = lue
  const definir = useCommand(definirEtablissements)
  const lignes = etablissements.map(({ id, etablissementId, natureId, volume, uniteVolume, gpds }): Ligne => ({
    id,
    etablissementId,
    natureId,
    volume,
    uniteVolume,
    gpds,
  }))
  const ecrire = (voulues: readonly (Omit<Ligne, 'id'> & { id?: string })[], montrees: readonly Ligne[] = lignes) =>
    definir.mutateAsync({ id: lettre.id, lignes: [...voulues], attendues: montrees.map((ligne) => ({ ...ligne })) })
  const form = useAutosaveForm<{ lignes: Ligne[] }>({
    schema,
    values: { lignes },
    save: (_patch, all, attendu) => ecrire(all.lignes, attendu.lignes),
  })
  const ajouter = (ids: readonly string[]) =>
    ecrire([
      ...lignes,
      ...ids.map((etablissementId) => ({
        etablissementId,
        natureId: null,
        volume: null,
        uniteVolume: 'heuresParAn' as const,
        gpds: 0 as const,
      })),
    ]).catch(notify.error)
  return (
    <div data-key="lettreEtablissement">
      <ListeConstats constats={constats} champs={['etablissements']} />
      <Ajout key={etablissements.length} onAdd={(id) => ajouter([id])} />
      {proposes.length > 0 && (
        <div className={classes.bas}>
          <Button
            variant="default"
            loading={definir.isPending}
            onClick={() => void ajouter(proposes.map(({ id }) => id))}
          >
            Ajouter {compte(proposes.length, 'établissement')} de ses réseaux
          </Button>
        </div>
      )}
      {etablissements.length === 0 && (
        <EmptyState title="Aucun établissement d’intervention">
          Cherchez un établissement par son nom, sa commune ou son UAI, ou ajoutez ceux des réseaux.
        </EmptyState>
      )}
      {etablissements.map((etablissement, rang) => (
        <Seen key={etablissement.id} height={96} always={rang < 8}>
          <LigneEtablissement
            form={form}
            rang={rang}
            etablissement={etablissement}
            onRemove={() => void ecrire(lignes.filter(({ id }) => id !== etablissement.id)).catch(notify.error)}
          />
        </Seen>
      ))}
    </div>
  )
}

function Ajout({ onAdd }: { onAdd: (etablissementId: string) => Promise<unknown> }) {
  const form = useAutosaveForm<{ etablissementId: string | null }>({
    schema: z.object({ etablissementId: z.string().nullable() }),
    values: { etablissementId: null },
    save: ({ etablissementId }) => (typeof etablissementId === 'string' ? onAdd(etablissementId) : Promise.resolve()),
  })
  return (
    <FormGrid columns={1}>
      <FieldRecherche
        form={form}
        name="etablissementId"
        label="Ajouter un établissement"
        search={trouverEtablissement}
        placeholder="Nom, commune ou UAI…"
      />
    </FormGrid>
  )
}

interface LigneProps {
  form: FormModel<{ lignes: Ligne[] }>
  rang: number
  etablissement: LettreLue['etablissements'][number]
  onRemove: () => void
}

function LigneEtablissement({
  form,
  rang,
  etablissement: { id: ligneId, nom, uai, commune, natureId },
  onRemove,
}: LigneProps) {
  const natures = (useOperation(listerVocabulaires, {}).data ?? []).filter(
    ({ liste, actif, id }) => liste === 'natureIntervention' && (actif === 1 || id === natureId),
  )
  const champ = <Nom extends keyof Ligne>(nomChamp: Nom) => `lignes.${rang}.${nomChamp}` as const
  return (
    <div className={classes.ligne} role="group" aria-label={nom} data-key={ligneId}>
      <div className={classes.ligneTete}>
        <div className={classes.ligneNom}>
          <strong>{nom}</strong>{' '}
          <span className={classes.aide}>{[uai, commune].filter((mot) => mot !== '').join(' · ')}</span>
        </div>
        <CloseButton data-writes aria-label={`Retirer ${nom}`} onClick={onRemove} />
      </div>
      <div className={classes.surUneLigne}>
        <FieldChoix
          form={form}
          name={champ('natureId')}
          label={libelles.natureId}
          clearable
          options={natures.map(({ id, libelle }) => ({ value: id, label: libelle }))}
        />
        <FieldNumber form={form} name={champ('volume')} label={libelles.volume} />
        <FieldChoix form={form} name={champ('uniteVolume')} label={libelles.uniteVolume} required options={unites} />
        <FieldBooleen form={form} name={champ('gpds')} label={libelles.gpds} />
      </div>
    </div>
  )
}
