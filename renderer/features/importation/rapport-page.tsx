import { Button } from '@mantine/core'
import { lireRapportImport, type RapportImport } from '../../../shared/domain/importation/importation.contract'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { ErrorState, Loading } from '../../ui/empty-state'
import { formatValeur } from '../../ui/format'
import { Page } from '../../ui/page'
import { KeyFigure, KeyFigures, Section } from '../../ui/section'
import { State } from '../../ui/state'
import { quand } from './bandeaux'
import { importRetenu, useLignesACorriger } from './lignes-a-corriger'
import { direTaille } from './phrases'
import { Colonnes, Corrections, Fiches, Laissees } from './rapport-sections'
import { useDefaireImport } from './use-defaire-import'

/** What one import did, as it was on the day; it is undone from here. */
export function RapportPage({ id }: { id: string }) {
  const { data, error, refetch } = useOperation(lireRapportImport, { id })
  if (data) return <Rapport rapport={data} />
  return (
    <Page title="Rapport d’import">
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />}
    </Page>
  )
}

function Rapport({ rapport }: { rapport: RapportImport }) {
  const { nomFichier, taille, importeAt, qui, anneeId, genre, tient, contenu } = rapport
  const { defaire, enCours } = useDefaireImport(rapport)
  const lignesACorriger = useLignesACorriger()
  const retenu = importRetenu(rapport.id)
  const etat = [
    genre === 'annuaire' ? 'annuaire de l’éducation' : `année ${anneeId ?? ''}`,
    `importé ${quand(importeAt)}${qui === '' ? '' : ` par ${qui}`}`,
    direTaille(taille),
  ]
  return (
    <Page
      title={nomFichier}
      state={
        <>
          {etat.join(' · ')} {!tient && <State tone="neutre">Annulé</State>}
        </>
      }
      actions={
        <>
          <Button variant="default" component="a" href={paths.importClasseur.href({})}>
            Tous les imports
          </Button>
          {retenu && rapport.refusees + rapport.doublons > 0 && (
            <Button
              variant="default"
              loading={lignesACorriger.running}
              onClick={() => void lignesACorriger.enregistrer(retenu.choix, retenu.anneeId, retenu.nomFichier)}
            >
              Enregistrer les lignes à corriger
            </Button>
          )}
          {tient && (
            <Button variant="default" loading={enCours} onClick={() => void defaire()}>
              Annuler cet import…
            </Button>
          )}
        </>
      }
      scroll
    >
      <Chiffres rapport={rapport} />
      {contenu.avertissements.length > 0 && (
        <Section title="À savoir">
          {contenu.avertissements.map((phrase) => (
            <p key={phrase}>{phrase}</p>
          ))}
        </Section>
      )}
      <Laissees rapport={rapport} />
      <Fiches rapport={rapport} />
      <Corrections rapport={rapport} />
      <Colonnes rapport={rapport} />
    </Page>
  )
}

function Chiffres({ rapport }: { rapport: RapportImport }) {
  const { lues, creees, modifiees, inchangees, refusees, doublons, decochees, fermees, genre } = rapport
  const nombre = (valeur: number): string => formatValeur('nombre', valeur)
  return (
    <KeyFigures>
      <KeyFigure label="Lignes lues" value={nombre(lues)} />
      <KeyFigure label="Lignes créées" value={nombre(creees)} tone="succes" />
      <KeyFigure label="Lignes modifiées" value={nombre(modifiees)} />
      {genre === 'annuaire' && <KeyFigure label="Fermées" value={nombre(fermees)} note="jamais supprimées" />}
      <KeyFigure label="Inchangées" value={nombre(inchangees)} />
      <KeyFigure
        label="Laissées de côté"
        value={nombre(refusees + doublons + decochees)}
        note={`${nombre(refusees)} à corriger, ${nombre(doublons)} en double, ${compte(decochees, 'décochée')}`}
      />
    </KeyFigures>
  )
}
