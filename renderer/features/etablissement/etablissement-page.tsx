import { Button } from '@mantine/core'
import { formatJour } from '../../../shared/dates'
import { departementDit } from '../../../shared/departements'
import { lireEtablissement, type FicheEtablissement } from '../../../shared/domain/etablissement/etablissement.contract'
import { formatNombre } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { ongletHistorique } from '../../journal/historique-fiche'
import { paths } from '../../paths'
import { ProchainesActions } from '../../prochaine-action'
import { useAnneeId } from '../../session'
import { ErrorState, Loading } from '../../ui/empty-state'
import { Fact, RecordPage } from '../../ui/record-page'
import { State } from '../../ui/state'
import { libellesSecteur } from '../../../shared/domain/etablissement/etablissement.liste'
import { EtablissementForm } from './etablissement-form'
import { LiensTab } from './liens-tab'
import { useCycleDeVie } from './use-cycle-de-vie'

/** One établissement: what the annuaire says, its networks, who works there. */
export function EtablissementPage({ id }: { id: string }) {
  const anneeId = useAnneeId()
  const query = useOperation(lireEtablissement, { id, anneeId }, { keepPrevious: true })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  return query.data ? <Fiche fiche={query.data} /> : <Loading />
}

function Fiche({ fiche }: { fiche: FicheEtablissement }) {
  const { etablissement, reseaux, lettres, residents } = fiche
  const {
    nom,
    uai,
    type,
    commune,
    departement,
    secteur,
    etat,
    fermeLe,
    nombreEleves,
    educationPrioritaire,
    annuaireLe,
  } = etablissement
  const { fermer, rouvrir, supprimer } = useCycleDeVie(etablissement)
  const enCours = reseaux.filter((reseau) => reseau.enCours)
  return (
    <RecordPage
      title={nom}
      subtitle={`${uai} · ${commune} · ${departementDit(departement)}`}
      back={{ href: paths.etablissements.href({}), label: 'Établissements' }}
      actions={
        <>
          <Button variant="default" onClick={() => void supprimer()}>
            Supprimer…
          </Button>
          {etat === 'ouvert' ? (
            <Button variant="default" onClick={() => void fermer()}>
              Marquer comme fermé…
            </Button>
          ) : (
            <Button variant="default" onClick={() => void rouvrir()}>
              Rouvrir
            </Button>
          )}
        </>
      }
      summary={
        <>
          <Fact label="Type">
            {type}, {libellesSecteur[secteur].toLowerCase()}
          </Fact>
          <Fact label="Réseaux">
            {enCours.length === 0 && 'Aucun'}
            {enCours.map(({ reseauId, nom: reseau }, rang) => (
              <span key={reseauId}>
                {rang > 0 && ', '}
                <a href={paths.reseau.href({ id: reseauId })}>{reseau}</a>
              </span>
            ))}
          </Fact>
          {educationPrioritaire !== '' && <Fact label="Éducation prioritaire">{educationPrioritaire}</Fact>}
          {nombreEleves !== null && <Fact label="Élèves">{formatNombre(nombreEleves)}</Fact>}
          {annuaireLe === null ? (
            <Fact label="Fiche">Ajoutée à la main</Fact>
          ) : (
            <Fact label="Annuaire du">{formatJour(annuaireLe)}</Fact>
          )}
          {etat === 'ferme' && (
            <Fact label="État">
              <State tone="attention">Fermé{fermeLe !== null && ` le ${formatJour(fermeLe)}`}</State>
            </Fact>
          )}
        </>
      }
      followUp={<ProchainesActions sujet="etablissement" sujetId={etablissement.id} />}
      tabs={[
        {
          key: 'fiche',
          label: 'Fiche',
          content: (
            <EtablissementForm
              etablissement={etablissement}
              reseauxEnCours={enCours.filter(({ membreId }) => membreId !== null).length}
            />
          ),
        },
        {
          key: 'liens',
          label: 'Réseaux et personnes',
          count: reseaux.length + lettres.length + residents.length,
          content: <LiensTab fiche={fiche} />,
        },
        ongletHistorique('etablissement', etablissement.id),
      ]}
    />
  )
}
