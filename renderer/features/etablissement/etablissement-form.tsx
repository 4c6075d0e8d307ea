import { useWatch } from 'react-hook-form'
import { typesAnnuaire } from '../../../shared/domain/annuaire/perimetre'
import {
  etablissement as schemaEtablissement,
  type Etablissement,
} from '../../../shared/domain/etablissement/etablissement'
import { modifierEtablissement } from '../../../shared/domain/etablissement/etablissement.contract'
import { controlerEtablissement } from '../../../shared/domain/etablissement/regles'
import { choixDepartement } from '../../departements'
import { useCommand } from '../../ipc/use-operation'
import { FieldBooleen, FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { Constats, FormGrid, SaveStatus } from '../../ui/form/form'
import { FieldNumber } from '../../ui/form/number-fields'
import { FieldText } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { Section } from '../../ui/section'
import { champUai, choixSecteur } from './champs'
import classes from './etablissement.module.css'

const tenus = { id: true, cleTri: true, cleRecherche: true, etat: true, fermeLe: true, annuaireLe: true } as const
const schema = schemaEtablissement.omit(tenus).extend({ uai: champUai })
type Values = Omit<Etablissement, keyof typeof tenus>

/** What the annuaire says of it, and what the académie adds; written as each field is left. */
export function EtablissementForm({
  etablissement,
  reseauxEnCours,
}: {
  etablissement: Etablissement
  reseauxEnCours: number
}) {
  const { id, cleTri: _tri, cleRecherche: _recherche, etat, fermeLe, annuaireLe: _maj, ...values } = etablissement
  const modifier = useCommand(modifierEtablissement)
  const base = useAutosaveForm<Values>({
    schema,
    values,
    save: (champs, _tout, attendu) => modifier.mutateAsync({ id, champs, attendu }),
  })
  const saisi = useWatch({ control: base.control }) as Values
  const constats = controlerEtablissement({ ...saisi, etat, fermeLe }, reseauxEnCours)
  const form = { ...base, constats }
  const types = [...new Set<string>([...typesAnnuaire, etablissement.type])]
  return (
    <div className={classes.column}>
      <Constats items={constats} />
      <Section title="Identité" actions={<SaveStatus form={form} />}>
        <FormGrid columns={3}>
          <FieldText form={form} name="uai" label="Code UAI" required />
          <FieldText form={form} name="nom" label="Nom" required span={2} />
          <FieldChoix
            form={form}
            name="type"
            label="Type"
            options={types.map((value) => ({ value, label: value }))}
            required
          />
          <FieldText form={form} name="nature" label="Nature" help="Comme l’annuaire l’écrit." />
          <FieldChoix form={form} name="secteur" label="Secteur" options={choixSecteur} required />
          <FieldText form={form} name="educationPrioritaire" label="Éducation prioritaire" help="REP, REP+ ou rien." />
          <FieldNumber form={form} name="nombreEleves" label="Élèves" decimals={0} />
          <FieldJour form={form} name="ouvertLe" label="Ouvert le" />
        </FormGrid>
      </Section>
      <Section title="Coordonnées">
        <FormGrid columns={3}>
          <FieldText form={form} name="adresse" label="Adresse" span={2} />
          <FieldText form={form} name="codePostal" label="Code postal" />
          <FieldText form={form} name="commune" label="Commune" />
          <FieldChoix
            form={form}
            name="departement"
            label="Département"
            options={choixDepartement(etablissement.departement)}
            required
          />
          <FieldText form={form} name="telephone" label="Téléphone" />
          <FieldText form={form} name="courriel" label="Courriel" />
          <FieldNumber form={form} name="latitude" label="Latitude" decimals={6} />
          <FieldNumber form={form} name="longitude" label="Longitude" decimals={6} />
        </FormGrid>
      </Section>
      <Section
        title="Territoire"
        description="L’annuaire ne les dit pas toujours : ce que vous notez ici n’est pas effacé par un import."
      >
        <FormGrid columns={3}>
          <FieldText form={form} name="bassinNom" label="Bassin de formation" />
          <FieldText form={form} name="bassinCode" label="Code du bassin" />
          <FieldText form={form} name="zapNom" label="Zone d’animation pédagogique" />
        </FormGrid>
      </Section>
      <Section title="Formations">
        <FormGrid columns={3}>
          <FieldBooleen form={form} name="voieGenerale" label="Voie générale" />
          <FieldBooleen form={form} name="voieTechnologique" label="Voie technologique" />
          <FieldBooleen form={form} name="voieProfessionnelle" label="Voie professionnelle" />
          <FieldBooleen form={form} name="segpa" label="SEGPA" />
          <FieldBooleen form={form} name="ulis" label="ULIS" />
        </FormGrid>
      </Section>
    </div>
  )
}
