import {
  type Part,
  parDomaine,
  parEtablissement,
  parReseau,
  type ServiceDeLettre,
} from '../../../shared/domain/service/service'
import { compte, formatPourcent } from '../../../shared/nombres'
import { EmptyState } from '../../ui/empty-state'
import { aLEcran, formatValeur } from '../../ui/format'
import { KeyFigure, KeyFigures, Section } from '../../ui/section'
import classes from './repartitions.module.css'

const total = (parts: readonly Part[]): number => parts.reduce((somme, { heures }) => somme + heures, 0)

/** Where the hours of the year go: by domaine, by network, by établissement. */
export function Repartitions({ services }: { services: readonly ServiceDeLettre[] }) {
  const domaines = parDomaine(services)
  const toutes = total(domaines)
  return (
    <>
      {domaines.length > 0 && (
        <section className={classes.domaines} aria-label="Heures par domaine">
          <KeyFigures>
            {domaines.map(({ cle, libelle, heures, lettres }) => (
              <KeyFigure
                key={cle}
                label={libelle}
                value={formatValeur('heures', heures)}
                note={aLEcran(`${part(heures, toutes)} des heures, ${compte(lettres, 'lettre')}`)}
              />
            ))}
          </KeyFigures>
        </section>
      )}
      <div className={classes.deux}>
        <Repartition titre="Par réseau" parts={parReseau(services)} />
        <Repartition titre="Par établissement" parts={parEtablissement(services)} />
      </div>
    </>
  )
}

const part = (heures: number, toutes: number): string =>
  formatPourcent(toutes === 0 ? 0 : Math.round((heures / toutes) * 1000) / 10)

/** The first lines of a spread are the ones that matter; the rest is counted. */
const lignesMontrees = 8

function Repartition({ titre, parts }: { titre: string; parts: readonly Part[] }) {
  const montrees = parts.slice(0, lignesMontrees)
  const autres = parts.slice(lignesMontrees)
  return (
    <Section title={titre}>
      {parts.length === 0 ? (
        <EmptyState title="Rien n’est réparti" />
      ) : (
        <table className={classes.parts}>
          <tbody>
            {montrees.map(({ cle, libelle, heures, lettres }) => (
              <tr key={cle}>
                <th scope="row" title={libelle}>
                  {libelle}
                </th>
                <td>{compte(lettres, 'lettre')}</td>
                <td>{formatValeur('heures', heures)}</td>
              </tr>
            ))}
            {autres.length > 0 && (
              <tr>
                <th scope="row">{compte(autres.length, 'autre')}</th>
                <td />
                <td>{formatValeur('heures', total(autres))}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </Section>
  )
}
