import { ActionIcon, Button, CloseButton } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { z } from 'zod'
import { circuitSignataire, type ResidenceDeCircuit } from '../../../shared/domain/circuit/circuit'
import { type CircuitAffiche, definirCircuit } from '../../../shared/domain/circuit/circuit.contract'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { FieldChoix } from '../../ui/form/choice-fields'
import { SaveStatus } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import classes from './parametres.module.css'

interface Ligne {
  signataireId: string
  nom: string
  residence: ResidenceDeCircuit
}

const schema = z.object({
  lignes: z.array(circuitSignataire.pick({ signataireId: true, nom: true, residence: true })),
})

const residences: { value: ResidenceDeCircuit; label: string }[] = [
  { value: 'toutes', label: 'Toutes les résidences' },
  { value: 'cio', label: 'Résidence en CIO' },
  { value: 'horsCio', label: 'Résidence hors CIO' },
]

/** The signatories of one circuit; each change is written, and the whole circuit is judged. */
export function CircuitForm({ circuit: { modele, departement, signataires } }: { circuit: CircuitAffiche }) {
  const definir = useCommand(definirCircuit)
  const termes = (useOperation(listerVocabulaires, {}).data ?? []).filter(
    ({ liste, actif }) => liste === 'signataire' && actif === 1,
  )
  const lignes = signataires.map(({ signataireId, nom, residence }): Ligne => ({ signataireId, nom, residence }))
  const ecrire = (voulues: readonly Ligne[]) => definir.mutateAsync({ modele, departement, signataires: [...voulues] })
  const form = useAutosaveForm<{ lignes: Ligne[] }>({
    schema,
    values: { lignes },
    save: (_patch, tout) => ecrire(tout.lignes),
  })
  const monter = (rang: number): void => {
    const [avant, ligne] = [lignes[rang - 1], lignes[rang]]
    if (avant && ligne) void ecrire(lignes.with(rang - 1, ligne).with(rang, avant)).catch(notify.error)
  }
  const absents = termes.filter(({ id }) => !lignes.some(({ signataireId }) => signataireId === id))
  return (
    <>
      {signataires.map(({ signataireId, libelle }, rang) => (
        <div key={signataireId} className={classes.ligneCircuit} role="group" aria-label={libelle}>
          <span className={classes.nomCircuit}>{`${String(rang + 1)}. ${libelle}`}</span>
          <FieldText form={form} name={`lignes.${rang}.nom`} label="Nom imprimé" />
          <FieldChoix form={form} name={`lignes.${rang}.residence`} label="Pour" required options={residences} />
          <ActionIcon
            data-writes
            variant="subtle"
            disabled={rang === 0}
            aria-label={`Monter ${libelle}`}
            onClick={() => monter(rang)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <CloseButton
            data-writes
            aria-label={`Retirer ${libelle}`}
            disabled={lignes.length === 1}
            onClick={() => void ecrire(lignes.filter((_ligne, place) => place !== rang)).catch(notify.error)}
          />
        </div>
      ))}
      <div className={classes.ligneCircuit}>
        {absents.map(({ id, libelle, abrege }) => (
          <Button
            key={id}
            size="compact-sm"
            variant="default"
            onClick={() =>
              void ecrire([...lignes, { signataireId: id, nom: '', residence: 'toutes' }]).catch(notify.error)
            }
          >{`Ajouter : ${abrege ?? libelle}`}</Button>
        ))}
        <SaveStatus form={form} />
      </div>
    </>
  )
}
