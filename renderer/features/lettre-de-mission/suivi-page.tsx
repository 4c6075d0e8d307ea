import { useState } from 'react'
import { afficheDepartement } from '../../../shared/academies'
import { usages } from '../../../shared/domain/lettre-de-mission/controle'
import { attendSignature, libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import { etatsLettre, type EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { listerLettres, type LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { navigate } from '../../ui/router'
import { KeyFigure, KeyFigures, Section } from '../../ui/section'
import { DataTable } from '../../ui/table/data-table'
import { useDataTable } from '../../ui/table/use-data-table'
import { ActionsEnLot, useLettresChoisies } from './actions-en-lot'
import classes from './campagne.module.css'
import { aujourdhui, nommerAttendu } from './libelles'
import { OngletsLettres } from './onglets-lettres'
import { suiviColumns } from './suivi-columns'

/** What a figure counts: its title, and the letters it keeps. */
interface Filtre {
  titre: string
  garde: (lettre: LettreListee) => boolean
}

/** Where every letter stands: by state, by signatory and département, latecomers first; each figure opens what it counts. */
export function SuiviPage() {
  const anneeId = useAnneeId()
  const query = useOperation(listerLettres, { anneeId }, { keepPrevious: true })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  const lettres = (query.data ?? []).filter(
    ({ active, etat, signeeLe }) => active === 1 || (etat !== 'annulee' && signeeLe === null),
  )
  return (
    <Page
      title={`Suivi des lettres ${anneeId}`}
      state={query.data ? phrase(lettres) : 'Lecture des lettres…'}
      tabs={<OngletsLettres actuel="suivi" />}
      scroll
    >
      {query.data ? <Tableau lettres={lettres} /> : <Loading />}
    </Page>
  )
}

const enRetard = ({ attenteJours }: LettreListee): boolean =>
  attenteJours !== null && attenteJours > usages.delaiSignatureJours
const rapportEnRetard = ({ rapport }: LettreListee): boolean =>
  rapport !== null && rapport.recuLe === null && rapport.attenduLe < aujourdhui()

function phrase(lettres: readonly LettreListee[]): string {
  const attente = lettres.filter(({ etat }) => attendSignature(etat)).length
  const tard = lettres.filter(enRetard).length
  const rapports = lettres.filter(rapportEnRetard).length
  if (lettres.length === 0) return 'Aucune lettre cette année.'
  return [
    `${compte(lettres.length, 'lettre')}, ${String(attente)} à la signature`,
    tard === 0 ? '' : ` dont ${String(tard)} depuis plus de ${String(usages.delaiSignatureJours)} jours`,
    '.',
    rapports === 0 ? '' : ` ${compte(rapports, 'rapport')} en retard.`,
  ].join('')
}

function Tableau({ lettres }: { lettres: readonly LettreListee[] }) {
  const [filtre, setFiltre] = useState<Filtre>({ titre: 'Toutes les lettres', garde: () => true })
  const gardees = lettres.filter(filtre.garde)
  const etats = etatsLettre.filter((etat) => lettres.some((lettre) => lettre.etat === etat))
  const parEtat = (etat: EtatLettre): Filtre => ({
    titre: libellesEtatLettre[etat],
    garde: (lettre) => lettre.etat === etat,
  })
  return (
    <>
      <KeyFigures>
        {etats.map((etat) => {
          const par = parEtat(etat)
          return (
            <KeyFigure
              key={etat}
              label={par.titre}
              value={String(lettres.filter(par.garde).length)}
              onClick={() => setFiltre(par)}
            />
          )
        })}
        <KeyFigure
          label="En retard de signature"
          value={String(lettres.filter(enRetard).length)}
          note={`plus de ${String(usages.delaiSignatureJours)} jours`}
          {...(lettres.some(enRetard) && { tone: 'attention' as const })}
          onClick={() => setFiltre({ titre: 'En retard de signature', garde: enRetard })}
        />
      </KeyFigures>
      <ParSignataire lettres={lettres} onChoose={setFiltre} />
      <Section
        title={`${filtre.titre} : ${compte(gardees.length, 'lettre')}`}
        description="Les plus anciennes en attente d’abord."
      >
        <Lettres key={filtre.titre} lettres={gardees} />
      </Section>
    </>
  )
}

/** Awaited signatures by signatory and by département: every number opens its letters. */
function ParSignataire({
  lettres,
  onChoose,
}: {
  lettres: readonly LettreListee[]
  onChoose: (filtre: Filtre) => void
}) {
  const attendues = lettres.filter(({ attendu }) => attendu !== null)
  if (attendues.length === 0) return null
  const signataires = [
    ...new Map(attendues.flatMap(({ attendu }) => (attendu ? [[attendu.code, nommerAttendu(attendu)] as const] : []))),
  ]
  const departements = [...new Set(attendues.map(({ departement }) => departement))].sort()
  const nommer = (departement: string): string =>
    departement === '' ? 'Sans résidence' : `Dép. ${afficheDepartement(departement)}`
  return (
    <Section title="Signatures attendues" description="Par signataire dont c’est le tour, et par département.">
      <table className={classes.matrice}>
        <thead>
          <tr>
            <th scope="col">Signataire</th>
            {departements.map((departement) => (
              <th key={departement} scope="col" className={classes.nombre}>
                {nommer(departement)}
              </th>
            ))}
            <th scope="col" className={classes.nombre}>
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {signataires.map(([code, qualite]) => (
            <tr key={code}>
              <th scope="row">{qualite}</th>
              {[...departements, null].map((departement) => {
                const titre = departement === null ? qualite : `${qualite}, ${nommer(departement)}`
                const garde = (lettre: LettreListee): boolean =>
                  lettre.attendu?.code === code && (departement === null || lettre.departement === departement)
                const nombre = attendues.filter(garde).length
                return (
                  <td key={departement ?? 'total'} className={classes.nombre}>
                    {nombre === 0 ? (
                      <span className={classes.rien}>0</span>
                    ) : (
                      <button
                        type="button"
                        className={classes.porte}
                        aria-label={`${titre} : ${compte(nombre, 'lettre')}`}
                        onClick={() => onChoose({ titre, garde })}
                      >
                        {nombre}
                      </button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Lettres({ lettres }: { lettres: readonly LettreListee[] }) {
  const table = useDataTable({
    label: 'Lettres suivies',
    columns: suiviColumns,
    rows: lettres,
    rowKey: ({ id }) => id,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    sort: [{ cle: 'attente', sens: 'desc' }],
    selectable: true,
    onOpen: ({ id }) => navigate(paths.lettre.href({ id })),
  })
  return (
    <DataTable
      table={table}
      height="content"
      bulk={<EnLot ids={table.selectedRows.map(({ id }) => id)} onDone={table.clearSelection} />}
      empty={<EmptyState title="Aucune lettre" />}
    />
  )
}

function EnLot({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  return <ActionsEnLot lettres={useLettresChoisies({ ids })} onDone={onDone} />
}
