import type { FieldPath, FieldValues } from 'react-hook-form'
import type { ListeVocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { FieldChoix } from '../../ui/form/choice-fields'
import type { FormModel } from '../../ui/form/form-model'
import { FieldHeures } from '../../ui/form/number-fields'
import { FieldText, FieldTextarea } from '../../ui/form/text-fields'
import { aideHeures, choixCategorie } from './libelles'

/** What is typed of a term; the same fields to add and to change one. */
export interface ValeursTerme extends FieldValues {
  code: string
  libelle: string
  libelleFeminin: string | null
  abrege: string | null
  categorie: string | null
  heures: number | null
  synonymes: string
}

/** Lists whose terms name people, and agree with them. */
const genrees: readonly ListeVocabulaire[] = ['role', 'statut', 'corps', 'signataire']

export function ChampsTerme<Values extends ValeursTerme>({
  form,
  liste,
}: {
  form: FormModel<Values>
  liste: ListeVocabulaire
}) {
  const name = (champ: keyof ValeursTerme & string) => champ as FieldPath<Values>
  const categories = choixCategorie(liste)
  const aide = aideHeures[liste]
  return (
    <>
      {liste === 'visa' ? (
        <FieldTextarea form={form} name={name('libelle')} label="Texte du visa" required rows={4} span="full" />
      ) : (
        <FieldText form={form} name={name('libelle')} label="Libellé" required />
      )}
      {genrees.includes(liste) && (
        <FieldText
          form={form}
          name={name('libelleFeminin')}
          label="Au féminin"
          nullable
          help="Laissez vide si le mot ne change pas."
        />
      )}
      {categories.length > 0 && (
        <FieldChoix
          form={form}
          name={name('categorie')}
          label="Catégorie"
          options={categories}
          required
          help="Le logiciel s’en sert pour compter et pour rédiger."
        />
      )}
      {aide !== undefined && (
        <FieldHeures
          form={form}
          name={name('heures')}
          label="Heures"
          required={liste === 'regimeService'}
          help={aide}
        />
      )}
      {liste !== 'visa' && (
        <FieldText
          form={form}
          name={name('abrege')}
          label="Abrégé"
          nullable
          help="Pour les colonnes étroites des listes."
        />
      )}
      <FieldText
        form={form}
        name={name('code')}
        label="Code"
        required
        help="Court et stable&nbsp;: c’est lui qu’écrivent les exports."
      />
      {liste !== 'visa' && (
        <FieldTextarea
          form={form}
          name={name('synonymes')}
          label="Synonymes"
          rows={3}
          span="full"
          help="Ce que vos anciens classeurs écrivent pour ce terme, séparé par «&nbsp;;&nbsp;». L’import les reconnaît."
        />
      )}
    </>
  )
}
