import { useWatch } from 'react-hook-form'
import { academie as schemaAcademie, type Academie } from '../../../shared/domain/parametres/academie'
import { libellesAcademie, libellesAutorite, libellesGrille } from '../../../shared/domain/parametres/academie.libelles'
import { formesAutorite } from '../../../shared/domain/lettre-de-mission/genre'
import { modifierAcademie } from '../../../shared/domain/parametres/parametres.contract'
import { useCommand } from '../../ipc/use-operation'
import { HistoriqueDeFiche } from '../../journal/historique-fiche'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import { FieldHeures } from '../../ui/form/number-fields'
import { FieldText, FieldTextarea } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { Section } from '../../ui/section'
import { LogoSection } from './logo-section'
import classes from './parametres.module.css'

const schema = schemaAcademie.omit({ id: true, logoFichierId: true, demonstration: true })
type Values = Omit<Academie, 'id' | 'logoFichierId' | 'demonstration'>

const choixDe = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }))

/** What letters and bilans say of the académie; written as each field is left. */
export function AcademieTab({ academie }: { academie: Academie }) {
  const { id, logoFichierId: _logo, demonstration: _demonstration, ...values } = academie
  const modifier = useCommand(modifierAcademie)
  const form = useAutosaveForm<Values>({
    schema,
    values,
    save: (champs, _tout, attendu) => modifier.mutateAsync({ ...champs, attendu }),
  })
  const titre = useWatch({ control: form.control, name: 'titreAutorite' })
  const { complement } = formesAutorite(titre)
  return (
    <div className={classes.column}>
      <Section
        title="Académie et service"
        description="L’en-tête des lettres de mission et la page de garde des bilans."
        actions={<SaveStatus form={form} />}
      >
        <FormGrid columns={3}>
          <FieldText form={form} name="nom" label={libellesAcademie.nom} required />
          <FieldText
            form={form}
            name="nomComplement"
            label={libellesAcademie.nomComplement}
            required
            help="«&nbsp;de Rennes&nbsp;», «&nbsp;d’Aix-Marseille&nbsp;»."
          />
          <FieldText
            form={form}
            name="code"
            label={libellesAcademie.code}
            required
            help="Celui de l’annuaire&nbsp;: il trie les établissements importés."
          />
          <FieldText form={form} name="region" label={libellesAcademie.region} />
          <FieldTextarea form={form} name="service" label={libellesAcademie.service} span={2} rows={2} />
          <FieldTextarea form={form} name="adresse" label={libellesAcademie.adresse} rows={3} span={2} />
          <FieldText
            form={form}
            name="ville"
            label={libellesAcademie.ville}
            help="«&nbsp;Rennes, le 1er septembre 2026&nbsp;»."
          />
          <FieldText form={form} name="affaireSuiviePar" label={libellesAcademie.affaireSuiviePar} />
          <FieldText form={form} name="telephone" label={libellesAcademie.telephone} />
          <FieldText form={form} name="courriel" label={libellesAcademie.courriel} />
        </FormGrid>
      </Section>
      <Section title="Lettres de mission" description="Ce que chaque nouvelle lettre reprend.">
        <FormGrid columns={3}>
          <FieldChoix
            form={form}
            name="titreAutorite"
            label={libellesAcademie.titreAutorite}
            options={choixDe(libellesAutorite)}
            required
            help={`«\u00a0les services ${complement}\u00a0»`}
          />
          <FieldText
            form={form}
            name="prefixeReference"
            label={libellesAcademie.prefixeReference}
            help="«&nbsp;DRAIO/MLDS&nbsp;» donne DRAIO/MLDS/2026-2027/001."
          />
          <FieldChoix
            form={form}
            name="grilleActivite"
            label={libellesAcademie.grilleActivite}
            options={choixDe(libellesGrille)}
            required
            help="La liste correspondante se modifie dans l’onglet Listes."
          />
          <FieldText
            form={form}
            name="mentionEurope"
            label={libellesAcademie.mentionEurope}
            span={3}
            help="Avec l’emblème de l’Union européenne, sur les lettres qui affectent à une opération FSE. Vide&nbsp;: ni l’une ni l’autre."
          />
          <FieldTextarea
            form={form}
            name="signature"
            label={libellesAcademie.signature}
            rows={3}
            span={2}
            help="Imprimée au-dessus de la dernière signature."
          />
          <FieldHeures
            form={form}
            name="toleranceHeures"
            label={libellesAcademie.toleranceHeures}
            help="Entre la somme des heures réparties et les heures dues."
          />
        </FormGrid>
      </Section>
      <LogoSection />
      <HistoriqueDeFiche table="academie" id={id} />
    </div>
  )
}
