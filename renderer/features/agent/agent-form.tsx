import { useWatch } from 'react-hook-form'
import { agent as schemaAgent, libellesCplds, etatsCplds, type Agent } from '../../../shared/domain/agent/agent'
import { modifierAgent } from '../../../shared/domain/agent/agent.contract'
import { aUnContrat, controlerAgent } from '../../../shared/domain/agent/regles'
import type { CategorieStatut } from '../../../shared/domain/vocabulaire/vocabulaire'
import { useCommand } from '../../ipc/use-operation'
import { choixDe, useTermes } from '../../vocabulaires'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import { FieldNumber } from '../../ui/form/number-fields'
import { FieldText, FieldTextarea } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { Section } from '../../ui/section'
import classes from './agent.module.css'
import { aujourdhui } from './libelles'

const schema = schemaAgent.omit({ id: true, cleTri: true, cleRecherche: true })
type Values = Omit<Agent, 'id' | 'cleTri' | 'cleRecherche'>

export const choixCivilite = [
  { value: 'madame', label: 'Madame' },
  { value: 'monsieur', label: 'Monsieur' },
]
const choixCplds = etatsCplds.map((value) => ({ value, label: libellesCplds[value] }))

/** Who the person is, written as each field is left. */
export function AgentForm({ agent }: { agent: Agent }) {
  const { id, cleTri: _tri, cleRecherche: _recherche, ...values } = agent
  const modifier = useCommand(modifierAgent)
  const statuts = useTermes('statut')
  const corps = useTermes('corps')
  const base = useAutosaveForm<Values>({
    schema,
    values,
    save: (champs, _tout, attendu) => modifier.mutateAsync({ id, champs, attendu }),
  })
  const saisi = useWatch({ control: base.control }) as Values
  const statut = (statuts.find((terme) => terme.id === saisi.statutId)?.categorie ?? null) as CategorieStatut | null
  const form = { ...base, constats: controlerAgent(saisi, { statut, aujourdhui: aujourdhui() }) }
  return (
    <div className={classes.column}>
      <Section title="Identité" actions={<SaveStatus form={form} />}>
        <FormGrid columns={3}>
          <FieldChoix
            form={form}
            name="civilite"
            label="Civilité"
            options={choixCivilite}
            clearable
            help="Les lettres s’accordent avec elle."
          />
          <FieldText form={form} name="nom" label="Nom" required />
          <FieldText form={form} name="prenom" label="Prénom" required />
          <FieldText form={form} name="courriel" label="Courriel professionnel" />
          <FieldText form={form} name="telephone" label="Téléphone professionnel" />
          <FieldJour form={form} name="priseFonctionLe" label="Prise de fonction à la MLDS" />
        </FormGrid>
      </Section>
      <Section title="Situation administrative">
        <FormGrid columns={3}>
          <FieldChoix
            form={form}
            name="statutId"
            label="Statut"
            options={choixDe(statuts, { civilite: saisi.civilite, tenu: agent.statutId })}
            clearable
          />
          {(aUnContrat(statut) || saisi.contratFinLe !== null) && (
            <FieldJour form={form} name="contratFinLe" label="Fin de contrat" />
          )}
          <FieldChoix
            form={form}
            name="corpsId"
            label="Corps"
            options={choixDe(corps, { civilite: saisi.civilite, tenu: agent.corpsId })}
            clearable
          />
          <FieldText form={form} name="grade" label="Grade" />
          <FieldText
            form={form}
            name="discipline"
            label="Discipline"
            help="CPIF&nbsp;: coordination pédagogique et ingénierie de formation."
          />
          <FieldNumber form={form} name="echelon" label="Échelon" decimals={0} />
          <FieldJour form={form} name="echelonLe" label="Échelon depuis le" />
          <FieldChoix
            form={form}
            name="cplds"
            label="CPLDS"
            options={choixCplds}
            required
            help="Certification de professionnalisation en lutte contre le décrochage."
          />
        </FormGrid>
      </Section>
      <Section title="Observations">
        <FormGrid columns={1}>
          <FieldTextarea
            form={form}
            name="observations"
            label="Notes de gestion"
            rows={4}
            help="Ni donnée de santé, ni situation de famille."
          />
        </FormGrid>
      </Section>
    </div>
  )
}
