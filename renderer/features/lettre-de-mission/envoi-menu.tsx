import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { concerneEtat } from '../../../shared/domain/courriel/choix'
import { genresCourriel, libellesGenreCourriel } from '../../../shared/domain/courriel/courriel'
import { attendSignature } from '../../../shared/domain/lettre-de-mission/etats'
import { etatsLettre, type EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { LettresChoisies } from '../../../shared/domain/lettre-de-mission/vie.contract'
import { formatNombre } from '../../../shared/nombres'
import { LongWork } from '../../ui/progress'
import { RefusDialog } from './refus-dialog'
import type { Envoi } from './use-envoi'

interface EnvoiMenuProps {
  envoi: Envoi
  lettres: Pick<LettresChoisies, 'ids' | 'parEtat' | 'aCorriger'>
  /** Opens upwards, in the bar of a selection. */
  enBas?: boolean
}

/** What can be done with letters once they are written: on paper, on a signature sheet, by e-mail. */
export function EnvoiMenu({ envoi, lettres: { ids, parEtat, aCorriger }, enBas = false }: EnvoiMenuProps) {
  const combien = (garde: (etat: EtatLettre) => boolean): number =>
    etatsLettre.reduce((total, etat) => total + (garde(etat) ? (parEtat[etat] ?? 0) : 0), 0)
  const suffixe = (nombre: number): string => (ids.length === 1 ? '' : ` (${formatNombre(nombre)})`)
  const aSigner = combien(attendSignature)
  return (
    <Menu position={enBas ? 'top-start' : 'bottom-end'} withinPortal>
      <Menu.Target>
        <Button
          data-reads
          variant="default"
          disabled={ids.length === 0}
          loading={envoi.running}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          Envoyer
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void envoi.imprimer(ids, aCorriger)}>{`Imprimer…${suffixe(ids.length)}`}</Menu.Item>
        <Menu.Item disabled={aSigner === 0} onClick={() => void envoi.bordereaux({ ids })}>
          {`Bordereau de signature…${suffixe(aSigner)}`}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Préparer un courriel</Menu.Label>
        {genresCourriel.map((genre) => {
          const nombre = combien((etat) => concerneEtat(genre, etat))
          return (
            <Menu.Item key={genre} disabled={nombre === 0} onClick={() => void envoi.courriels(genre, { ids })}>
              {`${libellesGenreCourriel[genre]}…${suffixe(nombre)}`}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

/** For one awaited signatory: what waits for their hand, handed over or reminded. */
export function SignataireMenu({ envoi, code, qualite }: { envoi: Envoi; code: string; qualite: string }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          data-reads
          variant="subtle"
          size="compact-sm"
          disabled={envoi.running}
          aria-label={`Envoyer : ${qualite}`}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          Envoyer
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void envoi.bordereaux({ code })}>Bordereau de signature…</Menu.Item>
        <Menu.Item onClick={() => void envoi.courriels('transmission', { code })}>Courriel de transmission…</Menu.Item>
        <Menu.Item onClick={() => void envoi.courriels('relanceSignataire', { code })}>
          Rappel des lettres en retard…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** How far the sending is, and what it left: once on the page. */
export function EnvoiEnCours({ envoi }: { envoi: Envoi }) {
  return (
    <>
      {envoi.works.map(({ title, work }) => (
        <LongWork key={title} title={title} work={work} />
      ))}
      <RefusDialog titre="À compléter avant d’envoyer" refus={envoi.reserves} onClose={envoi.fermerReserves} />
    </>
  )
}
