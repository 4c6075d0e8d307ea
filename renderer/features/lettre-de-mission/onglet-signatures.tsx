import { ActionIcon, Button, CloseButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { z } from 'zod'
import { libellesLignes } from '../../../shared/domain/lettre-de-mission/libelles'
import { lettreSignataire, type LettreSignataire } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { definirSignataires, type LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { useCommand } from '../../ipc/use-operation'
import { FormGrid } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import { ListeConstats } from './liste-constats'
import { Visas } from './visas-lettre'
import classes from './lettre.module.css'

const libelles = libellesLignes.lettreSignataire
type Ligne = Omit<LettreSignataire, 'lettreId' | 'ordre' | 'signeLe'>
const schema = z.object({ lignes: z.array(lettreSignataire.omit({ lettreId: true, ordre: true, signeLe: true })) })

/** Who signs, in which order, and the texts that the letter stands on. */
export function OngletSignatures({ lue }: { lue: LettreLue }) {
  const { lettre, signataires, signatairesAProposer, constats } = lue
  const definir = useCommand(definirSignataires)
  const lignes = signataires.map(({ id, signataireId, qualite, nom }): Ligne => ({ id, signataireId, qualite, nom }))
  const ecrire = (voulues: readonly (Omit<Ligne, 'id'> & { id?: string })[], montrees: readonly Ligne[] = lignes) =>
    definir.mutateAsync({ id: lettre.id, lignes: [...voulues], attendues: montrees.map((ligne) => ({ ...ligne })) })
  const form = useAutosaveForm<{ lignes: Ligne[] }>({
    schema,
    values: { lignes },
    save: (_patch, all, attendu) => ecrire(all.lignes, attendu.lignes),
  })
  const monter = (rang: number): void => {
    const [avant, ligne] = [lignes[rang - 1], lignes[rang]]
    if (avant && ligne) void ecrire(lignes.with(rang - 1, ligne).with(rang, avant)).catch(notify.error)
  }
  return (
    <>
      <ListeConstats constats={constats} champs={['signataires']} />
      {signataires.map(({ id, qualite }, rang) => (
        <div key={id} className={classes.ligne} role="group" aria-label={qualite} data-key={id}>
          <div className={classes.ligneTete}>
            <div className={classes.ligneNom}>
              <strong>{`${String(rang + 1)}. ${qualite}`}</strong>
            </div>
            <ActionIcon
              data-writes
              variant="subtle"
              disabled={rang === 0}
              aria-label={`Monter ${qualite}`}
              onClick={() => monter(rang)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              data-writes
              variant="subtle"
              disabled={rang === lignes.length - 1}
              aria-label={`Descendre ${qualite}`}
              onClick={() => monter(rang + 1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
            <CloseButton
              data-writes
              aria-label={`Retirer ${qualite}`}
              onClick={() => void ecrire(lignes.filter((ligne) => ligne.id !== id)).catch(notify.error)}
            />
          </div>
          <FormGrid columns={2}>
            <FieldText form={form} name={`lignes.${rang}.qualite`} label={libelles.qualite} required span={2} />
            <FieldText
              form={form}
              name={`lignes.${rang}.nom`}
              label={libelles.nom}
              help="Prénom NOM, avec la civilité si vous le souhaitez."
              span={2}
            />
          </FormGrid>
        </div>
      ))}
      <div className={classes.bas}>
        {signatairesAProposer.map(({ libelle, ...signataire }) => (
          <Button
            key={libelle}
            variant="default"
            size="compact-sm"
            onClick={() => void ecrire([...lignes, signataire]).catch(notify.error)}
          >
            Ajouter {libelle}
          </Button>
        ))}
      </div>
      <Visas lue={lue} />
    </>
  )
}
