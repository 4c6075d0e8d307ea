import type { z } from 'zod'
import { libellesAtteinte } from '../../../shared/domain/lettre-de-mission/etats'
import {
  atteintes,
  lettreObjectif,
  type LettreObjectif,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { noterObjectif } from '../../../shared/domain/lettre-de-mission/vie.contract'
import { useCommand } from '../../ipc/use-operation'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FormGrid } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import classes from './lettre.module.css'

const schema = lettreObjectif.pick({ resultat: true, atteinte: true, domaineId: true })
type Valeurs = z.infer<typeof schema>

/** Each objective with its target and what it came to; written even once the letter is signed. */
export function ResultatsObjectifs({ lue: { objectifs, domaines } }: { lue: LettreLue }) {
  if (objectifs.length === 0) return null
  return (
    <>
      <h2 className={classes.titre}>Résultats des objectifs</h2>
      {objectifs.map((objectif) => (
        <Resultat key={objectif.id} objectif={objectif} domaines={domaines} />
      ))}
    </>
  )
}

function Resultat({ objectif, domaines }: { objectif: LettreObjectif; domaines: LettreLue['domaines'] }) {
  const { id, libelle, indicateur, cible, resultat, atteinte, domaineId } = objectif
  const noter = useCommand(noterObjectif)
  const form = useAutosaveForm<Valeurs>({
    schema,
    values: { resultat, atteinte, domaineId },
    save: (champs, _tout, attendu) => noter.mutateAsync({ id, champs, attendu }),
  })
  const attendu = [indicateur, cible].filter((mot) => mot !== '').join(' : ')
  return (
    <div className={classes.ligne} role="group" aria-label={libelle} data-key={id}>
      <div>
        <strong>{libelle}</strong>
        {attendu !== '' && <p className={classes.aide}>{attendu}</p>}
      </div>
      <FormGrid columns={2}>
        <FieldChoix
          form={form}
          name="atteinte"
          label="Atteinte"
          required
          options={atteintes.map((value) => ({ value, label: libellesAtteinte[value] }))}
        />
        <FieldChoix
          form={form}
          name="domaineId"
          label="Domaine servi"
          clearable
          options={domaines.map(({ domaineId: value, libelle: label }) => ({ value, label }))}
        />
        <FieldText form={form} name="resultat" label="Résultat" span={2} />
      </FormGrid>
    </div>
  )
}
