import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatJour } from '../../../shared/dates'
import { attendSignature, libelleEtape, libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import type { EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { lireVie, type VieDeLettre } from '../../../shared/domain/lettre-de-mission/vie.contract'
import { EtatDeLettre } from '../../etat-lettre'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { ErrorState, Loading } from '../../ui/empty-state'
import { State } from '../../ui/state'
import classes from './lettre.module.css'
import { RapportDeLettre } from './rapport-section'
import { ResultatsObjectifs } from './resultats-objectifs'
import { RetraitDialog } from './retrait-dialog'
import { SignatureDialog } from './signature-dialog'

/** What happens to the letter: signatures, steps, report, results, other texts. */
export function OngletSuivi({ lue }: { lue: LettreLue }) {
  const { lettre } = lue
  const query = useOperation(lireVie, { id: lettre.id })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  if (!query.data) return <Loading />
  return (
    <>
      <Signatures lue={lue} figee={query.data.figee} />
      <Etapes etat={lettre.etat} evenements={query.data.evenements} />
      <RapportDeLettre lettre={lettre} rapport={query.data.rapport} />
      <ResultatsObjectifs lue={lue} />
      <Textes lue={lue} textes={query.data.textes} />
    </>
  )
}

function Signatures({ lue, figee }: { lue: LettreLue; figee: VieDeLettre['figee'] }) {
  const { lettre, signataires } = lue
  const [ligneId, setLigneId] = useState<string>()
  const [aRetirer, setARetirer] = useState<LettreLue['signataires'][number]>()
  const attend = attendSignature(lettre.etat)
  const retirable = lettre.etat === 'signeeEnPartie' || lettre.etat === 'signee'
  return (
    <>
      <h2 className={classes.titre}>Signatures</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Signataire</th>
            <th scope="col">Signature</th>
            <th scope="col">
              <span className="visually-hidden">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {signataires.map((signataire) => {
            const { id, ordre, qualite, nom, signeLe } = signataire
            return (
              <tr key={id}>
                <td>
                  {`${String(ordre)}. ${qualite}`}
                  {nom !== '' && <p className={classes.aide}>{nom}</p>}
                </td>
                <td>
                  {signeLe === null ? (
                    <State tone={attend ? 'attention' : 'neutre'}>attendue</State>
                  ) : (
                    <State tone="succes">{formatJour(signeLe)}</State>
                  )}
                </td>
                <td className={classes.nombre}>
                  {attend && signeLe === null && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => setLigneId(id)}
                      aria-label={`Enregistrer la signature : ${qualite}`}
                    >
                      Enregistrer…
                    </Button>
                  )}
                  {retirable && signeLe !== null && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => setARetirer(signataire)}
                      aria-label={`Retirer la signature : ${qualite}`}
                    >
                      Retirer…
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {figee && <TexteFige figee={figee} />}
      {ligneId !== undefined && <SignatureDialog lue={lue} ligneId={ligneId} onClose={() => setLigneId(undefined)} />}
      {aRetirer && <RetraitDialog lettreId={lettre.id} signataire={aRetirer} onClose={() => setARetirer(undefined)} />}
    </>
  )
}

const TexteFige = ({ figee: { sha256, intacte } }: { figee: NonNullable<VieDeLettre['figee']> }) => (
  <div>
    <State tone={intacte ? 'succes' : 'erreur'}>
      {intacte ? 'Texte figé, identique à ce qui a été signé' : 'Texte figé altéré'}
    </State>
    <p className={classes.empreinte}>
      Empreinte du texte&nbsp;: <span title={sha256}>{sha256.slice(0, 16)}…</span> Elle se calcule sur le texte
      signé&nbsp;: un seul mot changé en donnerait une autre.
    </p>
  </div>
)

function Etapes({ etat, evenements }: { etat: EtatLettre; evenements: VieDeLettre['evenements'] }) {
  return (
    <>
      <h2 className={classes.titre} data-key="lettreEvenement">
        Étapes
      </h2>
      {evenements.length === 0 ? (
        <p className={classes.aide}>
          {etat === 'brouillon'
            ? 'La lettre est un brouillon : elle n’a franchi aucune étape.'
            : `La lettre est entrée dans le registre à l’état « ${libellesEtatLettre[etat]} » ; ses étapes antérieures n’y sont pas datées.`}
        </p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Étape</th>
              <th scope="col">Qui</th>
            </tr>
          </thead>
          <tbody>
            {evenements.map(({ id, le, etape, qui, motif }) => (
              <tr key={id}>
                <td>{formatJour(le)}</td>
                <td>
                  {libelleEtape(etape)}
                  {motif !== '' && <p className={classes.aide}>{motif}</p>}
                </td>
                <td>{qui}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Textes({ lue: { lettre }, textes }: { lue: LettreLue; textes: VieDeLettre['textes'] }) {
  if (textes.length < 2) return null
  return (
    <>
      <h2 className={classes.titre}>Textes de cette mission</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Texte</th>
            <th scope="col">Effet</th>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
          {textes.map(({ id, nom, etat, active, dateEffetLe, motif }) => (
            <tr key={id}>
              <td>
                {id === lettre.id ? <strong>{nom}</strong> : <a href={paths.lettre.href({ id })}>{nom}</a>}
                {motif !== '' && <p className={classes.aide}>{motif}</p>}
              </td>
              <td>{formatJour(dateEffetLe)}</td>
              <td>
                <EtatDeLettre etat={etat} /> {active === 1 && <State tone="info">En vigueur</State>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lettre.remplaceId !== null && (
        <div className={classes.bas}>
          <Button variant="default" component="a" href={paths.comparaisonLettre.href({ id: lettre.id })}>
            Comparer avec le texte précédent
          </Button>
        </div>
      )}
    </>
  )
}
