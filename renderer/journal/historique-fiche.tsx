import { Button } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import {
  historiqueFiche,
  restaurerFiche,
  sortirDeCorbeille,
  type ValeurChangee,
  type VersionDeFiche,
} from '../../shared/domain/journal/journal.contract'
import { champSeRestaure, seRestaure } from '../../shared/domain/journal/restauration'
import { compte } from '../../shared/nombres'
import { citer } from '../../shared/typographie'
import { useCommand, useOperation } from '../ipc/use-operation'
import { confirm } from '../ui/dialog'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state'
import { notify } from '../ui/notice'
import { useReadOnly } from '../ui/read-only'
import type { RecordTab } from '../ui/record-page'
import { Section } from '../ui/section'
import { quandEtQui, Versions } from './versions'

/** The « Historique » tab of a record's page. */
export const ongletHistorique = (table: string, id: string): RecordTab => ({
  key: 'historique',
  label: 'Historique',
  content: <HistoriqueDeFiche table={table} id={id} />,
})

/** Who changed what in a record and in the rows that belong to it, newest first; each value and version can come back. */
export function HistoriqueDeFiche({ table, id }: { table: string; id: string }) {
  const { data, error, refetch } = useOperation(historiqueFiche, { table, id })
  const { restaurer, ressortir } = useRestauration()
  const lecture = useReadOnly()
  if (error) return <ErrorState error={error} retry={refetch} />
  if (!data) return <Loading />
  if (data.length === 0)
    return (
      <EmptyState title="Aucun changement">Ce qui sera modifié ici se verra avec sa date et son auteur.</EmptyState>
    )
  const courantes = versionsCourantes(data)
  const surVersion = (version: VersionDeFiche) => {
    if (!seRestaure(version.fiche.table)) return null
    if (version.genre === 'suppression')
      return courantes.has(version) ? <Agir onClick={() => void ressortir(version)}>Faire revenir</Agir> : null
    return courantes.has(version) ? null : <Agir onClick={() => void restaurer(version)}>Rétablir cette version</Agir>
  }
  const surValeur = (version: VersionDeFiche, valeur: ValeurChangee) =>
    version.genre === 'suppression' ||
    !champSeRestaure(version.fiche.table, valeur.champ) ||
    estActuelle(data, version, valeur) ? null : (
      <Agir onClick={() => void restaurer(version, valeur)} nom={valeur.libelle}>
        Rétablir cette valeur
      </Agir>
    )
  return (
    <Section
      title="Historique"
      description={`${combien(data)}, du plus récent au plus ancien, lignes liées comprises.`}
    >
      {/* Without an action to come back to, the panel could not be scrolled with the keyboard. */}
      <div tabIndex={0} role="region" aria-label="Changements de la fiche">
        <Versions versions={data} {...(!lecture && { surVersion, surValeur })} />
      </div>
    </Section>
  )
}

/** « 29 changements en 2 étapes ». */
function combien(versions: readonly VersionDeFiche[]): string {
  const etapes = new Set(versions.map(({ etape }) => etape.seq)).size
  const changements = compte(versions.length, 'changement')
  return etapes === versions.length ? changements : `${changements} en ${compte(etapes, 'étape')}`
}

/** The newest version of each row: what it is now. */
function versionsCourantes(versions: readonly VersionDeFiche[]): ReadonlySet<VersionDeFiche> {
  const parFiche = new Map<string, VersionDeFiche>()
  for (const version of versions) {
    const cle = `${version.fiche.table} ${version.fiche.id}`
    if (!parFiche.has(cle)) parFiche.set(cle, version)
  }
  return new Set(parFiche.values())
}

/** The newest value of a field is the one that the record has: there is nothing to put back. */
const estActuelle = (versions: readonly VersionDeFiche[], version: VersionDeFiche, { champ }: ValeurChangee): boolean =>
  versions.find(
    ({ fiche, valeurs }) =>
      fiche.table === version.fiche.table &&
      fiche.id === version.fiche.id &&
      valeurs.some((valeur) => valeur.champ === champ),
  ) === version

interface AgirProps {
  onClick: () => void
  /** What it is about, for those who hear one button after the other. */
  nom?: string
  children: string
}

function Agir({ onClick, nom, children }: AgirProps) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconRestore size={14} stroke={1.6} aria-hidden />}
      onClick={onClick}
    >
      {children}
      {nom !== undefined && <span className="visually-hidden"> : {nom}</span>}
    </Button>
  )
}

function useRestauration() {
  const commande = useCommand(restaurerFiche)
  const sortie = useCommand(sortirDeCorbeille)
  const restaurer = async (version: VersionDeFiche, valeur?: ValeurChangee): Promise<void> => {
    const { table, id, libelle } = version.fiche
    const agreed = await confirm({
      title: valeur ? `Rétablir « ${valeur.libelle} » ?` : 'Rétablir cette version ?',
      message: valeur
        ? `${valeur.libelle} reprend la valeur « ${valeur.apres} ».`
        : `${citer(libelle)} redevient comme au moment de cette étape : ${quandEtQui(version.etape).toLocaleLowerCase('fr')}.`,
      consequences: ['C’est une étape comme une autre : elle s’annule.'],
      action: valeur ? 'Rétablir cette valeur' : 'Rétablir cette version',
    })
    if (!agreed) return
    try {
      const { avertissements } = await commande.mutateAsync({
        table,
        id,
        etapeSeq: version.etape.seq,
        ...(valeur && { champ: valeur.champ }),
      })
      if (avertissements.length > 0) notify.warn(avertissements.join(' '))
      else notify.done(valeur ? `${valeur.libelle} : « ${valeur.apres} » est rétabli.` : 'La version est rétablie.')
    } catch (error) {
      notify.error(error)
    }
  }
  const ressortir = async ({ fiche }: VersionDeFiche): Promise<void> => {
    try {
      const { liens } = await sortie.mutateAsync({ table: fiche.table, id: fiche.id })
      notify.done(
        `De retour : ${fiche.libelle}${liens === 0 ? '' : `, avec ${compte(liens, 'ligne liée', 'lignes liées')}`}.`,
      )
    } catch (error) {
      notify.error(error)
    }
  }
  return { restaurer, ressortir }
}
