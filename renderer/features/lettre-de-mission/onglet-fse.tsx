import { CloseButton } from '@mantine/core'
import { z } from 'zod'
import { libellesLignes } from '../../../shared/domain/lettre-de-mission/libelles'
import { listerOperations } from '../../../shared/domain/fse/fse.contract'
import { lettreFse, type LettreFse } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { definirPartsFse, type LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { EmptyState } from '../../ui/empty-state'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldPourcent } from '../../ui/form/number-fields'
import { FieldTextarea } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { notify } from '../../ui/notice'
import { useReadOnly } from '../../ui/read-only'
import { ListeConstats } from './liste-constats'
import classes from './lettre.module.css'

const libelles = libellesLignes.lettreFse
type Ligne = Omit<LettreFse, 'lettreId'>
const schema = z.object({ lignes: z.array(lettreFse.omit({ lettreId: true })) })

/** Shares of the time given to FSE operations: what makes the letter a proof. */
export function OngletFse({ lue }: { lue: LettreLue }) {
  const { lettre, fse, constats } = lue
  const definir = useCommand(definirPartsFse)
  const lignes = fse.map(({ id, operationId, pourcentage, debutLe, finLe, missions, accepteeLe }): Ligne => ({
    id,
    operationId,
    pourcentage,
    debutLe,
    finLe,
    missions,
    accepteeLe,
  }))
  const ecrire = (voulues: readonly (Omit<Ligne, 'id'> & { id?: string })[], montrees: readonly Ligne[] = lignes) =>
    definir.mutateAsync({ id: lettre.id, lignes: [...voulues], attendues: montrees.map((ligne) => ({ ...ligne })) })
  const form = useAutosaveForm<{ lignes: Ligne[] }>({
    schema,
    values: { lignes },
    save: (_patch, all, attendu) => ecrire(all.lignes, attendu.lignes),
  })
  return (
    <>
      <ListeConstats constats={constats} champs={['partsFse']} />
      {fse.map(({ id, numero, intitule }, rang) => (
        <div key={id} className={classes.ligne} role="group" aria-label={intitule} data-key={id}>
          <div className={classes.ligneTete}>
            <div className={classes.ligneNom}>
              <strong>{intitule}</strong>
              <p className={classes.aide}>Opération n° {numero}</p>
            </div>
            <CloseButton
              data-writes
              aria-label={`Retirer ${intitule}`}
              onClick={() => void ecrire(lignes.filter((ligne) => ligne.id !== id)).catch(notify.error)}
            />
          </div>
          <FormGrid columns={2}>
            <FieldPourcent form={form} name={`lignes.${rang}.pourcentage`} label={libelles.pourcentage} required />
            <FieldJour form={form} name={`lignes.${rang}.accepteeLe`} label={libelles.accepteeLe} />
            <FieldJour form={form} name={`lignes.${rang}.debutLe`} label={libelles.debutLe} required />
            <FieldJour form={form} name={`lignes.${rang}.finLe`} label={libelles.finLe} required />
            <FieldTextarea
              form={form}
              name={`lignes.${rang}.missions`}
              label={libelles.missions}
              span={2}
              rows={3}
              help="Concrètes, reliées aux actions de l’opération."
            />
          </FormGrid>
        </div>
      ))}
      <AjoutPart key={fse.length} lue={lue} onAdd={(part) => ecrire([...lignes, part])} />
    </>
  )
}

const schemaAjout = lettreFse.pick({ operationId: true, pourcentage: true })
type Ajout = z.infer<typeof schemaAjout>

function AjoutPart({
  lue: { lettre, fse },
  onAdd,
}: {
  lue: LettreLue
  onAdd: (part: Omit<Ligne, 'id'>) => Promise<unknown>
}) {
  const operations = useOperation(listerOperations, {}).data
  const form = useSubmitForm<Ajout>({
    schema: schemaAjout,
    values: { operationId: '', pourcentage: 100 },
    submit: ({ operationId, pourcentage }) =>
      onAdd({
        operationId,
        pourcentage,
        debutLe: lettre.dateEffetLe,
        finLe: lettre.finLe,
        missions: '',
        accepteeLe: null,
      }),
  })
  const lecture = useReadOnly()
  const rien = fse.length === 0 && (
    <p className={classes.aide}>Cette lettre ne donne pas de temps à une opération FSE.</p>
  )
  if (lecture) return rien
  if (operations?.length === 0)
    return <EmptyState title="Aucune opération FSE">Créez d’abord l’opération dans la rubrique FSE.</EmptyState>
  return (
    <>
      {rien}
      <FormGrid columns={2}>
        <FieldChoix
          form={form}
          name="operationId"
          label="Opération"
          options={(operations ?? []).map(({ id, numero, intitule }) => ({
            value: id,
            label: `${numero} – ${intitule}`,
          }))}
        />
        <FieldPourcent form={form} name="pourcentage" label="Part fixe, chaque mois" />
      </FormGrid>
      <div className={classes.bas}>
        <SubmitButton form={form}>Affecter à l’opération</SubmitButton>
      </div>
    </>
  )
}
