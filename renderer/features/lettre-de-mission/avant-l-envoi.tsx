import type { FieldPath, FieldValues } from 'react-hook-form'
import { formatJour, jourValide } from '../../../shared/dates'
import type { LettreDeMission } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { LettresChoisies } from '../../../shared/domain/lettre-de-mission/vie.contract'
import { jourDeLettre } from '../../../shared/domain/lettre-de-mission/signature'
import { compte } from '../../../shared/nombres'
import { FieldBooleen } from '../../ui/form/choice-fields'
import { FieldNote } from '../../ui/form/field-note'
import type { SubmitForm } from '../../ui/form/use-submit-form'

interface Datee extends FieldValues {
  le: string
  dater: boolean
}

interface AvantLEnvoiProps<Values extends Datee> extends Readonly<LettresChoisies['aEnvoyer']> {
  form: SubmitForm<Values>
  /** One letter, on its own page. */
  seule?: boolean
}

/** What is to be known before letters go to signature: those that will not, what is empty, what has no date. */
export function AvantLEnvoi<Values extends Datee>({
  form,
  seule = false,
  bloquees,
  sansDate,
  champVide,
}: AvantLEnvoiProps<Values>) {
  const le: string = form.methods.watch('le' as FieldPath<Values>)
  const du = dire(le)
  return (
    <>
      {bloquees > 0 && (
        <FieldNote gravite="bloquant">
          {seule
            ? 'La lettre est à corriger : elle ne peut pas être envoyée.'
            : `${compte(bloquees, 'lettre à corriger ne sera pas envoyée', 'lettres à corriger ne seront pas envoyées')}.`}
        </FieldNote>
      )}
      {champVide > 0 && (
        <FieldNote gravite="alerte">
          {seule
            ? 'Un champ de son texte est vide : la phrase n’est pas imprimée.'
            : `${compte(champVide, 'lettre a un champ vide', 'lettres ont un champ vide')} : la phrase n’y est pas imprimée.`}
        </FieldNote>
      )}
      {sansDate > 0 && (
        <FieldBooleen
          form={form}
          name={'dater' as FieldPath<Values>}
          label={
            seule
              ? `Dater la lettre${du}`
              : `Dater ${sansDate === 1 ? 'la lettre' : `les ${compte(sansDate, 'lettre')}`} sans date${du}`
          }
          help="Une lettre sans date ne peut pas être signée."
        />
      )}
    </>
  )
}

/** Offers a date to a letter that is signed and has none. */
export function DaterALaSignature<Values extends Datee>({
  form,
  lettre,
}: {
  form: SubmitForm<Values>
  lettre: Pick<LettreDeMission, 'etablieLe' | 'envoyeeLe'>
}) {
  const le: string = form.methods.watch('le' as FieldPath<Values>)
  if (lettre.etablieLe !== null) return null
  return (
    <FieldBooleen
      form={form}
      name={'dater' as FieldPath<Values>}
      label={`Dater la lettre${jourValide(le) ? dire(jourDeLettre(lettre, le)) : ''}`}
      help="La lettre n’a pas de date : sans elle, la signature n’est pas enregistrée."
    />
  )
}

const dire = (jour: string): string => (jourValide(jour) ? ` du ${formatJour(jour)}` : '')
