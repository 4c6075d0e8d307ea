import { Button } from '@mantine/core'
import { useState } from 'react'
import { choisirFichier, choisirSortie, type FichierChoisi } from '../../../shared/domain/fichier/fichier.contract'
import {
  copierModeleWord,
  definirModeleWord,
  ecrireModeleDeDepart,
  listerModelesWord,
  type ModeleWordListe,
} from '../../../shared/domain/modele-word/modele-word.contract'
import { call } from '../../ipc/call'
import { BoutonHistorique } from '../../journal/bouton-historique'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { ErrorState, Loading } from '../../ui/empty-state'
import { formatValeur } from '../../ui/format'
import { notify } from '../../ui/notice'
import { Section } from '../../ui/section'
import { VerificationDialog } from './verification-dialog'
import classes from './parametres.module.css'

/** The Word documents of the académie, which letters fill in when they are exported to Word. */
export function ModelesWordTab() {
  const query = useOperation(listerModelesWord, {})
  const [aVerifier, setAVerifier] = useState<{ modele: ModeleWordListe; fichier: FichierChoisi }>()
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  if (!query.data) return <Loading />
  const choisir = async (modele: ModeleWordListe): Promise<void> => {
    try {
      const fichier = await call(choisirFichier, { but: 'modeleWord' })
      if (fichier) setAVerifier({ modele, fichier })
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <div className={classes.column}>
      <Section
        title="Le document Word de votre académie"
        description="Les lettres exportées en Word remplissent votre document ; sans lui, elles ont la même présentation que le PDF. Le PDF garde toujours la présentation du logiciel. Une lettre signée reste telle qu’elle a été figée, en Word comme en PDF."
        actions={
          <Button data-reads variant="default" onClick={() => void ecrireDepart()}>
            Enregistrer un document de départ…
          </Button>
        }
      >
        <p className={classes.precision}>
          Le document de départ contient tous les champs, avec leur explication : mettez-le à la forme de votre académie
          dans Word, puis choisissez-le ci-dessous. Il est contrôlé avant d’être pris.
        </p>
      </Section>
      <Section title="Par modèle de lettre">
        <ul className={classes.modelesWord}>
          {query.data.map((modele) => (
            <Ligne key={modele.modele} modele={modele} onChoisir={() => void choisir(modele)} />
          ))}
        </ul>
      </Section>
      {aVerifier && (
        <VerificationDialog
          modele={aVerifier.modele}
          fichier={aVerifier.fichier}
          onClose={() => setAVerifier(undefined)}
          onAutre={() => void choisir(aVerifier.modele)}
        />
      )}
    </div>
  )
}

function Ligne({
  modele: { modele, libelle, fichier },
  onChoisir,
}: {
  modele: ModeleWordListe
  onChoisir: () => void
}) {
  const definir = useCommand(definirModeleWord)
  return (
    <li aria-label={libelle} data-key={modele}>
      <div className={classes.nomModele}>
        <strong>{libelle}</strong>
        <span>
          {fichier === null
            ? 'Présentation du logiciel'
            : `${fichier.nom}, du ${formatValeur('jour', fichier.ajouteAt.slice(0, 10))}`}
        </span>
      </div>
      <div className={classes.buttons}>
        <BoutonHistorique table="modeleWord" id={modele} nom={libelle} />
        {fichier !== null && (
          <>
            <Button data-reads variant="subtle" onClick={() => void copier(modele, fichier.nom)}>
              En enregistrer une copie…
            </Button>
            <Button
              variant="subtle"
              loading={definir.isPending}
              onClick={() => definir.mutate({ modele, jeton: null }, { onError: notify.error })}
            >
              Retirer
            </Button>
          </>
        )}
        <Button variant="default" onClick={onChoisir}>
          {fichier === null ? 'Choisir un document…' : 'Remplacer…'}
        </Button>
      </div>
    </li>
  )
}

async function ecrireDepart(): Promise<void> {
  try {
    const cible = await call(choisirSortie, { but: 'modeleWord', nomPropose: 'Modèle de lettre de mission.docx' })
    if (!cible) return
    await call(ecrireModeleDeDepart, { jeton: cible.jeton })
    notify.done('Document de départ enregistré.')
  } catch (error) {
    notify.error(error)
  }
}

async function copier(modele: string, nom: string): Promise<void> {
  try {
    const cible = await call(choisirSortie, { but: 'modeleWord', nomPropose: nom })
    if (cible) await call(copierModeleWord, { modele, jeton: cible.jeton })
  } catch (error) {
    notify.error(error)
  }
}
