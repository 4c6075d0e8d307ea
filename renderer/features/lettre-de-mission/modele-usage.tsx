import { MultiSelect, Textarea } from '@mantine/core'
import type { ContenuModele, PropositionModele } from '../../../shared/domain/modele-lettre/modele-lettre'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { useOperation } from '../../ipc/use-operation'
import { FormGrid } from '../../ui/form/form'
import type { FormModel } from '../../ui/form/form-model'
import { FieldText, FieldTextarea, textRows } from '../../ui/form/text-fields'
import { useReadOnly } from '../../ui/read-only'
import type { ChampsModele } from './modele-form'
import classes from './lettre.module.css'

type Form = FormModel<ChampsModele>

const categories = {
  coordonnateur: 'Les autres rôles de coordination',
  formateur: 'Les autres rôles de formation',
} as const
const estCategorie = (valeur: string): valeur is keyof typeof categories => valeur in categories

/** The model's name, and the rôles whose new letters follow it. */
export function OngletUsage({ form }: { form: Form }) {
  const lecture = useReadOnly()
  const roles = (useOperation(listerVocabulaires, {}).data ?? []).filter(({ liste }) => liste === 'role')
  const propose = form.methods.watch('propose') as PropositionModele
  const choisir = (valeurs: string[]): void => {
    const suite: PropositionModele = {
      roles: valeurs.filter((valeur) => !estCategorie(valeur)),
      categorie: valeurs.find(estCategorie) ?? null,
    }
    form.methods.setValue('propose', suite)
    form.leave('propose')
  }
  const inconnus = propose.roles.filter((code) => !roles.some((role) => role.code === code))
  return (
    <FormGrid columns={1}>
      <FieldText form={form} name="libelle" label="Nom du modèle" required />
      <MultiSelect
        label="Proposé pour"
        description="Les lettres nouvelles de ces rôles suivent ce modèle ; celles qui sont écrites gardent le leur. Quand deux modèles conviennent, celui de votre académie passe avant celui d’origine."
        readOnly={lecture}
        searchable
        data={[
          {
            group: 'Rôles',
            items: [
              ...roles.map(({ code, libelle }) => ({ value: code, label: libelle })),
              ...inconnus.map((code) => ({ value: code, label: code })),
            ],
          },
          {
            group: 'Catégories',
            items: Object.entries(categories).map(([value, label]) => ({ value, label })),
          },
        ]}
        value={[...propose.roles, ...(propose.categorie === null ? [] : [propose.categorie])]}
        onChange={choisir}
      />
    </FormGrid>
  )
}

/** What is printed where a letter says nothing of its own. */
export function OngletTextesDuModele({ form }: { form: Form }) {
  const domaines = (useOperation(listerVocabulaires, {}).data ?? []).filter(
    ({ liste, actif }) => (liste === 'domaine' || liste === 'axe') && actif === 1,
  )
  const lecture = useReadOnly()
  const activites = form.methods.watch('activites') as ContenuModele['activites']
  const changer = (code: string, texte: string): void =>
    form.methods.setValue('activites', { ...activites, [code]: texte === '' ? [] : texte.split('\n') })
  return (
    <div className={classes.champs}>
      <p className={classes.aide}>Ces textes sont imprimés quand la lettre laisse les siens vides.</p>
      <FormGrid columns={1}>
        <FieldTextarea form={form} name="instances" label="Instances et réunions" />
        <FieldTextarea form={form} name="moyens" label="Moyens et conditions d’exercice" />
        <FieldTextarea form={form} name="suivi" label="Suivi, remontées et bilan" />
        {domaines.map(({ code, libelle }) => (
          <Textarea
            key={code}
            label={`Activités : ${libelle}`}
            description="Une activité par ligne."
            readOnly={lecture}
            style={textRows(2)}
            value={(activites[code] ?? []).join('\n')}
            onChange={({ currentTarget }) => changer(code, currentTarget.value)}
            onBlur={() => form.leave('activites')}
          />
        ))}
        <FieldText form={form} name="mentionAgent" label="Mention au-dessus de la signature de l’agent" />
        <FieldTextarea form={form} name="copies" label="Copies" rows={2} />
      </FormGrid>
    </div>
  )
}
