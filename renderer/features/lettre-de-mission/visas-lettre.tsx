import { Button } from '@mantine/core'
import { z } from 'zod'
import type { VisaCite } from '../../../shared/domain/lettre-de-mission/dossier'
import { definirVisas, type LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { etatVisa } from '../../../shared/domain/vocabulaire/visa'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { FieldChoixMultiple } from '../../ui/form/choice-fields'
import { FieldNote } from '../../ui/form/field-note'
import { FormGrid } from '../../ui/form/form'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import { useReadOnly } from '../../ui/read-only'
import classes from './lettre.module.css'

// `lignes`, as the register names them: what it says of them is shown under the field.
const schemaVisas = z.object({ lignes: z.array(z.string()) })

/** The texts that the letter stands on; one that is no longer in force is replaced in one click. */
export function Visas({ lue: { lettre, visas, constats, figee } }: { lue: LettreLue }) {
  const definir = useCommand(definirVisas)
  const lecture = useReadOnly()
  const termes = (useOperation(listerVocabulaires, {}).data ?? []).filter(
    (terme) =>
      terme.liste === 'visa' &&
      (visas.some(({ visaId }) => visaId === terme.id) ||
        (terme.actif === 1 && etatVisa(terme, lettre.dateEffetLe) === 'enVigueur')),
  )
  const cites = visas.map(({ visaId }) => visaId)
  const ecrire = (visaIds: readonly string[], montres: readonly string[]) =>
    definir.mutateAsync({
      id: lettre.id,
      lignes: visaIds.map((visaId) => ({ visaId })),
      attendues: montres.map((visaId) => ({ visaId })),
    })
  const form = useAutosaveForm<{ lignes: string[] }>({
    schema: schemaVisas,
    values: { lignes: cites },
    save: async (_patch, { lignes }, { lignes: montrees = lignes }) => {
      await ecrire(lignes, montrees)
    },
  })
  const remplacer = ({ visaId, remplacant }: VisaCite): void => {
    if (remplacant === null) return
    const suite = cites.map((cite) => (cite === visaId ? remplacant.id : cite))
    void ecrire([...new Set(suite)], cites).catch(notify.error)
  }
  const depasses = figee ? [] : visas.filter(({ etat }) => etat !== 'enVigueur')
  const phrases = constats.filter(({ champ }) => champ === 'visas')
  return (
    <div data-key="lettreVisa">
      <FormGrid columns={1}>
        <FieldChoixMultiple
          form={form}
          name="lignes"
          label="Visas et références"
          options={termes.map(({ id, libelle, abrege }) => ({ value: id, label: abrege ?? libelle }))}
        />
      </FormGrid>
      {depasses.length > 0 && (
        <ul className={classes.constats}>
          {depasses.map((visa, rang) => (
            <li key={visa.visaId} className={classes.bas}>
              <FieldNote gravite="alerte">{phrases[rang]?.message}</FieldNote>
              {visa.remplacant !== null && !lecture && (
                <Button variant="default" size="compact-sm" onClick={() => remplacer(visa)}>
                  {`Remplacer par « ${visa.remplacant.abrege ?? visa.remplacant.libelle} »`}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
