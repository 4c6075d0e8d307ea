import { libellesLettre } from '../../../shared/domain/lettre-de-mission/libelles'
import type { LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { FormGrid } from '../../ui/form/form'
import type { FormModel } from '../../ui/form/form-model'
import { FieldTextarea } from '../../ui/form/text-fields'
import type { ChampsLettre } from './lettre-form'
import classes from './lettre.module.css'

/** The letter's own words; an empty field prints the model's, shown in grey. */
export function OngletTextes({ form, lue: { textesModele } }: { form: FormModel<ChampsLettre>; lue: LettreLue }) {
  return (
    <>
      <p className={classes.aide}>
        Laissé vide, un champ reprend le texte du modèle, montré en gris. Une ligne qui commence par « - » devient une
        puce.
      </p>
      <FormGrid columns={1}>
        <FieldTextarea
          form={form}
          name="instances"
          label={libellesLettre.instances}
          rows={4}
          placeholder={textesModele.instances}
        />
        <FieldTextarea
          form={form}
          name="moyens"
          label={libellesLettre.moyens}
          rows={4}
          placeholder={textesModele.moyens}
        />
        <FieldTextarea
          form={form}
          name="suivi"
          label={libellesLettre.suivi}
          rows={4}
          placeholder={textesModele.suivi}
        />
        <FieldTextarea
          form={form}
          name="observations"
          label={libellesLettre.observations}
          rows={3}
          help="Notes de travail : elles ne sont jamais imprimées."
        />
      </FormGrid>
    </>
  )
}
