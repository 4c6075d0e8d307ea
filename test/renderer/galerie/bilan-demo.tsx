import { Button } from '@mantine/core'
import { Chart } from '../../../renderer/ui/chart/chart'
import { Page } from '../../../renderer/ui/page'
import { KeyFigure, KeyFigures, Section } from '../../../renderer/ui/section'

const domaines = ['Prévention', 'Intervention', 'Remédiation']
const issues = [
  { nom: 'Formation initiale', valeurs: [412, 300, 188] },
  { nom: 'Apprentissage, formation', valeurs: [151, 163, 212] },
  { nom: 'Emploi, insertion', valeurs: [74, 110, 138] },
  { nom: 'Sans solution', valeurs: [51, 78, 63] },
]
const mois = ['sept.', 'oct.', 'nov.', 'déc.', 'janv.']
const suivis = [
  { nom: 'Accueillis', valeurs: [120, 180, 260, 300, 340] },
  { nom: 'Sortis', valeurs: [4, 20, 61, 90, 140] },
]

export function BilanDemo() {
  return (
    <Page
      title="Bilan d’activité 2025-2026"
      state="Chiffres figés le 3 juillet 2026 à 10 h 12 · 2 écarts depuis"
      actions={
        <>
          <Button variant="default">PDF</Button>
          <Button>Exporter dans Excel</Button>
        </>
      }
      scroll
    >
      <KeyFigures>
        <KeyFigure
          label="Jeunes accueillis"
          value="1 284"
          note="+ 6,2 % / 2024-2025"
          tone="succes"
          onClick={() => undefined}
        />
        <KeyFigure label="Taux de solution" value="71,4 %" note="+ 1,9 pt" tone="succes" href="#/bilan" />
        <KeyFigure label="Actions" value="61" note="dont 4 sans bilan" />
        <KeyFigure label="Crédits consommés" value="412 380 €" note="88 % de l’accordé" tone="attention" />
      </KeyFigures>
      <Section title="Situation à l’issue, par domaine">
        <Chart
          title="Situation à l’issue, par domaine"
          type="barresEmpilees"
          categories={domaines}
          series={issues}
          format="nombre"
        />
      </Section>
      <Section title="Au fil des mois">
        <Chart title="Au fil des mois" type="lignes" categories={mois} series={suivis} format="nombre" height={220} />
      </Section>
    </Page>
  )
}
