import { Button } from '@mantine/core'
import { z } from 'zod'
import { cents, heures, jour, ligneRequise, pourcentage } from '../../../shared/schema'
import { FieldBooleen, FieldChoix, FieldChoixMultiple } from '../../../renderer/ui/form/choice-fields'
import { FieldJour } from '../../../renderer/ui/form/field-jour'
import { FieldRecherche } from '../../../renderer/ui/form/field-recherche'
import { FormGrid, SaveStatus } from '../../../renderer/ui/form/form'
import { FieldHeures, FieldMontant, FieldNumber, FieldPourcent } from '../../../renderer/ui/form/number-fields'
import { FieldText, FieldTextarea } from '../../../renderer/ui/form/text-fields'
import { useAutosaveForm } from '../../../renderer/ui/form/use-autosave-form'
import { Fact, RecordPage } from '../../../renderer/ui/record-page'
import { Section } from '../../../renderer/ui/section'

const schema = z.object({
  nom: ligneRequise,
  prenom: ligneRequise,
  statut: z.string().nullable(),
  reseaux: z.array(z.string()),
  quotite: pourcentage,
  heures,
  prime: cents.nullable(),
  echelon: z.number().int().min(1).max(20).nullable(),
  fin: jour.nullable(),
  cplds: z.union([z.literal(0), z.literal(1)]),
  etablissement: z.string().nullable(),
  observations: z.string(),
})

const values: z.infer<typeof schema> = {
  nom: 'ALBERT',
  prenom: 'Inès',
  statut: 'titulaire',
  reseaux: ['rennes'],
  quotite: 100,
  heures: 1404,
  prime: 125_000,
  echelon: 7,
  fin: '2026-08-31',
  cplds: 1,
  etablissement: null,
  observations: '',
}
const etablissements = ['Collège Émile-Zola', 'Lycée Bréquigny', 'Lycée de l’Hermine', 'EREA Magda-Hollander']
const search = (texte: string) =>
  Promise.resolve(
    etablissements
      .filter((nom) => nom.toLowerCase().includes(texte.toLowerCase()))
      .map((nom) => ({ value: nom, label: nom, detail: 'Rennes · 0350000A' })),
  )

export function FicheDemo() {
  const form = useAutosaveForm({
    schema,
    values,
    save: () => new Promise((resolve) => setTimeout(resolve, 300)),
    constats: [
      {
        regle: 'demo.heures',
        champ: 'heures',
        gravite: 'alerte',
        message: 'La somme des domaines (1 390 h) diffère des heures dues de 14 h.',
      },
      { regle: 'demo.fin', champ: 'fin', gravite: 'information', message: 'Le contrat finit dans 38 jours.' },
    ],
  })
  const fiche = (
    <Section title="Identité et service" description="Ce qui est tapé est écrit quand le champ est quitté.">
      <FormGrid columns={3}>
        <FieldText form={form} name="nom" label="Nom" required />
        <FieldText form={form} name="prenom" label="Prénom" required />
        <FieldChoix
          form={form}
          name="statut"
          label="Statut"
          options={[
            { value: 'titulaire', label: 'Titulaire' },
            { value: 'cdi', label: 'Contractuelle en CDI' },
          ]}
        />
        <FieldPourcent form={form} name="quotite" label="Quotité" help="D’un temps plein." />
        <FieldHeures form={form} name="heures" label="Heures dues" />
        <FieldMontant form={form} name="prime" label="Montant" help="Une somme est acceptée : 1200 + 350,50." />
        <FieldNumber form={form} name="echelon" label="Échelon" decimals={0} />
        <FieldJour form={form} name="fin" label="Fin de contrat" />
        <FieldBooleen form={form} name="cplds" label="Certification CPLDS" />
        <FieldRecherche form={form} name="etablissement" label="Résidence administrative" search={search} span={2} />
        <FieldChoixMultiple
          form={form}
          name="reseaux"
          label="Réseaux"
          options={[
            { value: 'rennes', label: 'Rennes' },
            { value: 'redon', label: 'Redon' },
          ]}
        />
        <FieldTextarea form={form} name="observations" label="Observations" span="full" />
      </FormGrid>
    </Section>
  )
  return (
    <RecordPage
      title="ALBERT Inès"
      subtitle="Coordonnatrice de réseau · Rennes"
      back={{ href: '#/lettres', label: 'Agents' }}
      status={<SaveStatus form={form} />}
      actions={<Button variant="default">Aperçu de la lettre</Button>}
      summary={
        <>
          <Fact label="Quotité">100 %</Fact>
          <Fact label="Heures dues">1 404 h</Fact>
          <Fact label="Lettre">À la signature</Fact>
        </>
      }
      tabs={[
        { key: 'fiche', label: 'Fiche', content: fiche },
        { key: 'lettres', label: 'Lettres', count: 3, content: <Section title="Lettres">Trois lettres.</Section> },
      ]}
    />
  )
}
