import { reseau as schemaReseau, type Reseau } from '../../../shared/domain/reseau/reseau'
import { modifierReseau, type FicheReseau } from '../../../shared/domain/reseau/reseau.contract'
import { choixDepartement } from '../../departements'
import { useCommand } from '../../ipc/use-operation'
import { choixDe, useTermes } from '../../vocabulaires'
import { FieldBooleen, FieldChoix } from '../../ui/form/choice-fields'
import { FieldRecherche } from '../../ui/form/field-recherche'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import { FieldText, FieldTextarea } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { Section } from '../../ui/section'
import { chercherEtablissement } from './recherche'
import classes from './reseau.module.css'

const schema = schemaReseau.omit({ id: true, cleTri: true, cleRecherche: true })
type Values = Omit<Reseau, 'id' | 'cleTri' | 'cleRecherche'>

/** What the network is, written as each field is left. */
export function ReseauForm({ fiche: { reseau, tete } }: { fiche: FicheReseau }) {
  const { id, cleTri: _tri, cleRecherche: _recherche, ...values } = reseau
  const modifier = useCommand(modifierReseau)
  const types = useTermes('typeReseau')
  const form = useAutosaveForm<Values>({
    schema,
    values,
    save: (champs, _tout, attendu) => modifier.mutateAsync({ id, champs, attendu }),
  })
  return (
    <div className={classes.column}>
      <Section title="Identité" actions={<SaveStatus form={form} />}>
        <FormGrid columns={3}>
          <FieldText form={form} name="nom" label="Nom" required />
          <FieldText form={form} name="code" label="Code" required />
          <FieldChoix
            form={form}
            name="typeId"
            label="Type"
            options={choixDe(types, { tenu: reseau.typeId })}
            required
          />
          <FieldChoix
            form={form}
            name="departement"
            label="Département"
            options={choixDepartement(reseau.departement)}
            clearable
          />
          <FieldText form={form} name="bassin" label="Bassin, district ou ZAP" />
          <FieldBooleen form={form} name="actif" label="En activité" help="Inactif, il n’est plus proposé ni compté." />
        </FormGrid>
      </Section>
      <Section title="Animation">
        <FormGrid columns={2}>
          <FieldRecherche
            form={form}
            name="teteId"
            label="Établissement tête de réseau"
            search={chercherEtablissement}
            display={(value) => (value === tete?.id ? `${tete.nom}, ${tete.commune}` : undefined)}
            placeholder="Nom, commune ou UAI…"
          />
          <FieldText
            form={form}
            name="animateur"
            label="Animateur"
            help="Chef d’établissement responsable du réseau."
          />
          <FieldTextarea
            form={form}
            name="problematique"
            label="Problématique du réseau"
            rows={4}
            span={2}
            help="Ce à quoi les actions du réseau répondent."
          />
        </FormGrid>
      </Section>
    </div>
  )
}
