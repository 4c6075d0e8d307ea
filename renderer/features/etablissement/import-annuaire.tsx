import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ApercuAnnuaire } from '../../../shared/domain/annuaire/annuaire.contract'
import { compte, formatNombre } from '../../../shared/nombres'
import { paths } from '../../paths'
import { useSession } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { errorSentence } from '../../ui/notice'
import { Constats } from '../../ui/form/form'
import { Page } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { useDataTable } from '../../ui/table/use-data-table'
import { choisirAnnuaire } from './choisir-annuaire'
import classes from './etablissement.module.css'
import { importChips, importColumns, noteDeLigne, signeDeLigne } from './import-columns'
import { PerimetreDialog } from './perimetre-dialog'
import { type ChoixAnnuaire, direPerimetre, useImportAnnuaire } from './use-import-annuaire'

/** What importing the annuaire would do, line by line; nothing is written before the button says so. */
export function ImportAnnuairePage({ jeton }: { jeton: string | undefined }) {
  return jeton === undefined ? <SansFichier /> : <Apercu jeton={jeton} />
}

function SansFichier() {
  return (
    <Page title="Importer l’annuaire" state="L’annuaire de l’éducation, au format CSV.">
      <EmptyState
        title="Quel fichier ?"
        action={<Button onClick={() => void choisirAnnuaire()}>Choisir le fichier…</Button>}
      >
        Téléchargez « Annuaire de l’éducation » au format CSV sur data.education.gouv.fr. Vous verrez ce qu’il contient
        avant que rien ne soit écrit.
      </EmptyState>
    </Page>
  )
}

function Apercu({ jeton }: { jeton: string }) {
  const [choix, setChoix] = useState<ChoixAnnuaire>({ departements: [], types: null, fermerAbsents: true })
  const { apercu, erreur, lecture, ecriture, relire, importer } = useImportAnnuaire(jeton, choix)
  if (erreur) {
    return (
      <Page title="Importer l’annuaire" state="Rien n’a été écrit dans le registre.">
        <EmptyState
          title="Ce fichier ne peut pas être importé"
          action={
            <>
              <Button onClick={() => void choisirAnnuaire()}>Choisir un autre fichier…</Button>
              <Button variant="default" onClick={relire}>
                Lire de nouveau
              </Button>
            </>
          }
        >
          {errorSentence(erreur).message}
        </EmptyState>
      </Page>
    )
  }
  if (apercu) {
    return (
      <ApercuLu
        apercu={apercu}
        choix={choix}
        onChoix={setChoix}
        work={ecriture.running ? ecriture : lecture}
        writing={ecriture.running}
        importer={importer}
      />
    )
  }
  return (
    <Page title="Importer l’annuaire" state="Lecture du fichier…">
      <LongWork title="Lecture de l’annuaire" work={lecture} />
      {!lecture.running && (
        <EmptyState title="Lecture annulée" action={<Button onClick={relire}>Lire de nouveau</Button>} />
      )}
    </Page>
  )
}

interface ApercuLuProps {
  apercu: ApercuAnnuaire
  choix: ChoixAnnuaire
  onChoix: (choix: ChoixAnnuaire) => void
  work: ReturnType<typeof useImportAnnuaire>['lecture' | 'ecriture']
  writing: boolean
  importer: () => Promise<boolean>
}

function ApercuLu({ apercu, choix, onChoix, work, writing, importer }: ApercuLuProps) {
  const [choosing, setChoosing] = useState(false)
  const { registre } = useSession()
  const chips = useMemo(() => importChips(apercu.lignes), [apercu])
  const table = useDataTable({
    label: 'Ce que l’import ferait',
    columns: importColumns,
    rows: apercu.lignes,
    rowKey: ({ cle }) => cle,
    noun: { un: 'ligne', plusieurs: 'lignes' },
    chips,
  })
  const avertissements = apercu.avertissements.map((message) => ({
    regle: 'annuaire',
    gravite: 'alerte' as const,
    message,
  }))
  const aEcrire = apercu.nouvelles + apercu.modifiees + apercu.fermees
  return (
    <Page
      title="Importer l’annuaire"
      state={`${apercu.nom} · ${apercu.encodage} · ${compte(apercu.lues, 'ligne lue', 'lignes lues')} · ${direPerimetre(choix, registre?.academieNom ?? '')} · ${compte(apercu.inchangees, 'inchangée')}, ${formatNombre(apercu.horsPerimetre)} hors périmètre`}
      filters={<TableFilters table={table} />}
      actions={
        <>
          <Button variant="default" onClick={() => void choisirAnnuaire()}>
            Autre fichier…
          </Button>
          <Button variant="default" onClick={() => setChoosing(true)}>
            Périmètre…
          </Button>
          <Button
            disabled={aEcrire === 0 || work.running}
            onClick={() => void importer().then((done) => done && navigate(paths.etablissements.href({})))}
          >
            {direBouton(apercu)}
          </Button>
        </>
      }
    >
      <div className={classes.import}>
        <Constats items={avertissements} />
        <LongWork title={writing ? 'Import de l’annuaire' : 'Lecture de l’annuaire'} work={work} />
        <DataTable
          table={table}
          rowTone={signeDeLigne}
          rowNote={noteDeLigne}
          empty={<RienAFaire apercu={apercu} onPerimetre={() => setChoosing(true)} />}
        />
      </div>
      {choosing && (
        <PerimetreDialog
          apercu={apercu}
          choix={choix}
          onClose={() => setChoosing(false)}
          onChoix={(nouveau) => {
            setChoosing(false)
            onChoix(nouveau)
          }}
        />
      )}
    </Page>
  )
}

function RienAFaire({ apercu, onPerimetre }: { apercu: ApercuAnnuaire; onPerimetre: () => void }) {
  if (apercu.inchangees > 0) {
    return (
      <EmptyState title="Rien à importer">
        {compte(apercu.inchangees, 'établissement')} du registre sont déjà comme dans ce fichier.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Aucun établissement dans ce périmètre"
      action={<Button onClick={onPerimetre}>Périmètre…</Button>}
    >
      Choisissez un département ou un type que le fichier contient.
    </EmptyState>
  )
}

/** Counts and consequences in the button that acts. */
function direBouton({ nouvelles, modifiees, fermees }: ApercuAnnuaire): string {
  const importes = nouvelles + modifiees
  const importer = importes === 1 ? 'Importer 1 établissement' : `Importer les ${formatNombre(importes)} établissements`
  if (fermees === 0) return importes === 0 ? 'Rien à importer' : importer
  return importes === 0
    ? `Fermer ${compte(fermees, 'établissement')}`
    : `Importer ${formatNombre(importes)} et fermer ${formatNombre(fermees)}`
}
