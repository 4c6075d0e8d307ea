import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconSchool, type Icon } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'
import { formatJour } from '../../../shared/dates'
import { listerImports } from '../../../shared/domain/importation/importation.contract'
import { useAuJour } from '../../ipc/au-jour'
import { useOperation } from '../../ipc/use-operation'
import { Page } from '../../ui/page'
import { ApercusEnCours } from './apercus-en-cours'
import { choisirEtApercevoir } from './choisir-fichier'
import { HistoriqueImports } from './historique-imports'
import classes from './importation.module.css'

/** Where every import starts, and what was imported before. */
export function AccueilImport({ annuaire = false }: { annuaire?: boolean }) {
  const { data: faits } = useOperation(listerImports, {})
  const jour = useAuJour()
  const cartes = [
    <Carte
      key="classeur"
      icon={IconFileSpreadsheet}
      titre="Un classeur de suivi"
      action={
        <Button
          variant={annuaire ? 'default' : 'filled'}
          autoFocus={!annuaire}
          onClick={() => void choisirEtApercevoir('classeur')}
        >
          Choisir un classeur…
        </Button>
      }
    >
      Réseaux, agents, lettres de mission et lignes FSE d’un fichier Excel. Les feuilles et leurs colonnes sont
      reconnues à leur sens, titres et lignes vides compris.
    </Carte>,
    <Carte
      key="annuaire"
      icon={IconSchool}
      titre="L’annuaire de l’éducation"
      action={
        <Button
          variant={annuaire ? 'filled' : 'default'}
          autoFocus={annuaire}
          onClick={() => void choisirEtApercevoir('annuaire')}
        >
          Choisir le fichier…
        </Button>
      }
    >
      Les établissements, au format CSV de data.education.gouv.fr. Un nouvel import met à jour et ferme&nbsp;; il ne
      supprime jamais rien.
    </Carte>,
  ]
  return (
    <Page
      title={annuaire ? 'Importer l’annuaire' : 'Importer'}
      state={
        jour === undefined
          ? 'Choisissez un fichier ou déposez-le n’importe où dans la fenêtre. Rien n’est écrit avant votre accord.'
          : `On n’importe pas dans le registre tel qu’il était le ${formatJour(jour)} : revenez d’abord à aujourd’hui.`
      }
      scroll
    >
      {jour === undefined && <ApercusEnCours />}
      <ul className={classes.cartes}>{annuaire ? cartes.toReversed() : cartes}</ul>
      <HistoriqueImports faits={faits} />
    </Page>
  )
}

interface CarteProps {
  icon: Icon
  titre: string
  children: ReactNode
  action: ReactNode
}

function Carte({ icon: Icone, titre, children, action }: CarteProps) {
  const id = useId()
  return (
    <li className={classes.carte} aria-labelledby={id}>
      <Icone size={24} stroke={1.6} aria-hidden />
      <h2 id={id}>{titre}</h2>
      <p>{children}</p>
      {action}
    </li>
  )
}
