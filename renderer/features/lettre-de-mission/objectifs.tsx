import { Button, CloseButton } from '@mantine/core'
import { z } from 'zod'
import { libellesLignes } from '../../../shared/domain/lettre-de-mission/libelles'
import { lettreObjectif, type LettreObjectif } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { definirObjectifs, type LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { useCommand } from '../../ipc/use-operation'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import classes from './lettre.module.css'

const libelles = libellesLignes.lettreObjectif
type Ligne = Omit<LettreObjectif, 'lettreId' | 'ordre'>
const schema = z.object({ lignes: z.array(lettreObjectif.omit({ lettreId: true, ordre: true })) })

/** Objectives of the year: indicator, target, due day. */
export function Objectifs({ lue: { lettre, objectifs } }: { lue: LettreLue }) {
  const definir = useCommand(definirObjectifs)
  const lignes = objectifs.map(({ lettreId: _lettre, ordre: _ordre, ...ligne }): Ligne => ligne)
  const ecrire = (voulues: readonly (Omit<Ligne, 'id'> & { id?: string })[], montrees: readonly Ligne[] = lignes) =>
    definir.mutateAsync({ id: lettre.id, lignes: [...voulues], attendues: montrees.map((ligne) => ({ ...ligne })) })
  const form = useAutosaveForm<{ lignes: Ligne[] }>({
    schema,
    values: { lignes },
    save: (_patch, all, attendu) => ecrire(all.lignes, attendu.lignes),
  })
  const ajouter = (): void => {
    void ecrire([
      ...lignes,
      {
        ...{ libelle: `Objectif ${String(lignes.length + 1)}`, indicateur: '', cible: '', echeanceLe: null },
        ...{ resultat: '', domaineId: null, atteinte: 'nonRenseignee' },
      },
    ]).catch(notify.error)
  }
  return (
    <>
      <h2 className={classes.titre} data-key="lettreObjectif">
        Objectifs de l’année
      </h2>
      {objectifs.map(({ id, libelle }, rang) => (
        <div key={id} className={classes.ligne} role="group" aria-label={libelle} data-key={id}>
          <div className={classes.ligneTete}>
            <div className={classes.ligneNom}>
              <strong>{`Objectif ${String(rang + 1)}`}</strong>
            </div>
            <CloseButton
              data-writes
              aria-label={`Retirer l’objectif ${libelle}`}
              onClick={() => void ecrire(lignes.filter((ligne) => ligne.id !== id)).catch(notify.error)}
            />
          </div>
          <FormGrid columns={2}>
            <FieldText form={form} name={`lignes.${rang}.libelle`} label={libelles.libelle} required span={2} />
            <FieldText form={form} name={`lignes.${rang}.indicateur`} label={libelles.indicateur} span={2} />
            <FieldText form={form} name={`lignes.${rang}.cible`} label={libelles.cible} />
            <FieldJour form={form} name={`lignes.${rang}.echeanceLe`} label={libelles.echeanceLe} />
          </FormGrid>
        </div>
      ))}
      <div className={classes.bas}>
        <Button variant="default" onClick={ajouter} loading={definir.isPending}>
          Ajouter un objectif
        </Button>
      </div>
    </>
  )
}
