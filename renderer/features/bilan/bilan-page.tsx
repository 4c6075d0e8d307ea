import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { formatJour, partiesLocales } from '../../../shared/dates'
import { lireBilan, type BilanLu } from '../../../shared/domain/bilan/bilan.contract'
import type { ChiffreDuBilan, TableDuBilan } from '../../../shared/domain/bilan/chiffres'
import { auJour } from '../../ipc/au-jour'
import { useOperation } from '../../ipc/use-operation'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { formatValeur } from '../../ui/format'
import { DetailPane, Page, SplitPane } from '../../ui/page'
import { KeyFigure, KeyFigures } from '../../ui/section'
import { ArreterLeBilan, BandeauDuBilanArrete } from './arret'
import classes from './bilan.module.css'
import { ExportBilan } from './export-bilan'
import { TableDuBilanView } from './tables'

const onglets: readonly { table: TableDuBilan; titre: string }[] = [
  { table: 'agents', titre: 'Agents et ETP' },
  { table: 'reseaux', titre: 'Réseaux' },
  { table: 'etablissements', titre: 'Établissements touchés' },
  { table: 'couverture', titre: 'Couverture' },
  { table: 'lettres', titre: 'Lettres de mission' },
  { table: 'synthese', titre: 'Synthèse par domaine' },
  { table: 'fse', titre: 'Budget FSE' },
]

/** Figures shown as cards; the others are in their tables. */
const misEnAvant = ['agents', 'foquale', 'etablissementsTouches', 'couverture', 'lettres', 'fseCout']

/** The year's bilan: every figure opens what it counts. */
export function BilanPage() {
  const anneeId = useAnneeId()
  const [courant, setCourant] = useState(false)
  const query = useOperation(lireBilan, { anneeId, courant }, { enabled: anneeId !== '', keepPrevious: true })
  return (
    <Page
      title={`Bilan d’activité ${anneeId}`}
      state={query.data ? phrase(query.data) : 'Lecture du registre…'}
      actions={
        <>
          {query.data && <ArreterLeBilan bilan={query.data} />}
          <ExportBilan demande={{ anneeId, courant }} bilan={query.data} />
        </>
      }
    >
      {query.error ? (
        <ErrorState error={query.error} retry={query.refetch} />
      ) : query.data ? (
        <BilanView key={anneeId} bilan={query.data} onCourant={setCourant} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function BilanView({ bilan, onCourant }: { bilan: BilanLu; onCourant: (courant: boolean) => void }) {
  const [table, setTable] = useState<TableDuBilan>('agents')
  const [explained, setExplained] = useState<ChiffreDuBilan | null>(null)
  if (bilan.faits.affectations.length + bilan.faits.lettres.length + bilan.faits.reseaux.length === 0) {
    return (
      <EmptyState title={`Rien à compter en ${bilan.faits.anneeId}`}>
        Importez l’annuaire, puis un classeur de suivi : le bilan se remplit de lui-même.
      </EmptyState>
    )
  }
  const explain = (chiffre: ChiffreDuBilan): void => {
    setExplained(chiffre)
    setTable(chiffre.table)
  }
  return (
    <div className={classes.view}>
      <BandeauDuBilanArrete bilan={bilan} onCourant={onCourant} />
      <KeyFigures>
        {misEnAvant
          .flatMap((cle) => bilan.chiffres.filter((chiffre) => chiffre.cle === cle))
          .map((chiffre) => (
            <KeyFigure
              key={chiffre.cle}
              label={chiffre.libelle}
              value={valeurEcrite(chiffre)}
              note={note(bilan, chiffre)}
              onClick={() => {
                explain(chiffre)
              }}
            />
          ))}
      </KeyFigures>
      <SplitPane
        detail={
          explained && (
            <Explanation
              chiffre={explained}
              onClose={() => {
                setExplained(null)
              }}
            />
          )
        }
      >
        <Tabs
          value={table}
          onChange={(value) => {
            setTable((value ?? 'agents') as TableDuBilan)
          }}
          className={classes.tabs ?? ''}
          keepMounted={false}
        >
          <Tabs.List>
            {onglets.map((onglet) => (
              <Tabs.Tab key={onglet.table} value={onglet.table}>
                {onglet.titre}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {onglets.map((onglet) => (
            <Tabs.Panel key={onglet.table} value={onglet.table} className={classes.panel ?? ''}>
              <TableDuBilanView table={onglet.table} faits={bilan.faits} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </SplitPane>
    </div>
  )
}

function Explanation({ chiffre, onClose }: { chiffre: ChiffreDuBilan; onClose: () => void }) {
  return (
    <DetailPane title={`Expliquer «\u00a0${chiffre.libelle}\u00a0»`} onClose={onClose}>
      <p className={classes.figure}>{valeurEcrite(chiffre)}</p>
      {chiffre.rapport && chiffre.valeur !== null && (
        <p>
          {formatValeur('nombre', chiffre.rapport.part)} ÷ {formatValeur('nombre', chiffre.rapport.tout)} ={' '}
          <strong>{valeurEcrite(chiffre)}</strong>
        </p>
      )}
      <p>{chiffre.definition}</p>
      <p className={classes.soft}>
        {chiffre.cle === 'couverture'
          ? 'Le tableau ouvert à gauche montre ce qui manque pour que tout soit couvert.'
          : 'Les lignes comptées sont dans le tableau ouvert à gauche\u00a0; le classeur Excel en porte le total en formule.'}
      </p>
    </DetailPane>
  )
}

function valeurEcrite({ valeur, type }: ChiffreDuBilan): string {
  if (valeur === null) return '–'
  if (type === 'pourcentage') return formatValeur('pourcentage', Math.round(valeur * 10) / 10)
  return formatValeur(type === 'entier' ? 'nombre' : type, valeur)
}

function note({ chiffres }: BilanLu, { cle }: ChiffreDuBilan): string {
  const de = (autre: string): string =>
    chiffres
      .filter((chiffre) => chiffre.cle === autre)
      .map(valeurEcrite)
      .join('')
  const notes: Record<string, string> = {
    agents: `${de('etp')} ETP, dont ${de('etpCoordonnateurs')} de coordination`,
    foquale: `et ${de('psad')} PSAD`,
    etablissementsTouches: 'cités par les lettres',
    couverture: `${de('sansReseau')} sans réseau, ${de('enDouble')} en double`,
    lettres: `${de('lettresSignees')} signées, soit ${de('tauxSignature')}`,
    fseCout: `exécuté à ${de('fseExecution')}`,
  }
  return notes[cle] ?? ''
}

function phrase({ faits, fige, arreteAt }: BilanLu): string {
  if (fige && arreteAt !== null)
    return `Académie ${faits.academie.nomComplement}, chiffres arrêtés le ${formatJour(partiesLocales(arreteAt).jour)}\u00a0; réseaux au ${formatJour(faits.jour)}.`
  const jour = auJour()
  const quand = jour === undefined ? 'à l’instant dans le registre' : `dans le registre du ${formatJour(jour)} au soir`
  return `Académie ${faits.academie.nomComplement}, chiffres comptés ${quand} ; réseaux au ${formatJour(faits.jour)}.`
}
