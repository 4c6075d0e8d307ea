import {
  type Part,
  parDomaine,
  parEtablissement,
  parReseau,
  reunir,
  type ServiceDeLettre,
} from '../../../shared/domain/service/service'
import { compte, formatPourcent } from '../../../shared/nombres'
import { EmptyState } from '../../ui/empty-state'
import { aLEcran, formatValeur } from '../../ui/format'
import { KeyFigure, KeyFigures, Section } from '../../ui/section'
import classes from './repartitions.module.css'

const total = (parts: readonly Part[]): number => parts.reduce((somme, { heures }) => somme + heures, 0)

interface RepartitionsProps {
  services: readonly ServiceDeLettre[]
  /** A figure was pressed: the letters that it counts are asked for. */
  onOpen: (part: Part) => void
}

/** Where the hours of the year go: by domaine, by network, by établissement. */
export function Repartitions({ services, onOpen }: RepartitionsProps) {
  const domaines = parDomaine(services)
  const toutes = total(domaines)
  return (
    <>
      {domaines.length > 0 && (
        <section className={classes.domaines} aria-label="Heures par domaine">
          <KeyFigures>
            {domaines.map((domaine) => (
              <KeyFigure
                key={domaine.cle}
                label={domaine.libelle}
                value={formatValeur('heures', domaine.heures)}
                note={aLEcran(`${part(domaine.heures, toutes)} des heures, ${compte(domaine.lettres, 'lettre')}`)}
                onClick={() => onOpen(domaine)}
              />
            ))}
          </KeyFigures>
        </section>
      )}
      <div className={classes.deux}>
        <Repartition titre="Par réseau" parts={parReseau(services)} onOpen={onOpen} />
        <Repartition titre="Par établissement" parts={parEtablissement(services)} onOpen={onOpen} />
      </div>
    </>
  )
}

const part = (heures: number, toutes: number): string =>
  formatPourcent(toutes === 0 ? 0 : Math.round((heures / toutes) * 1000) / 10)

/** « Lycée des Forges (0990027S) ». */
export const nommerPart = ({ libelle, code }: Part): string => (code === undefined ? libelle : `${libelle} (${code})`)

/** The first lines of a spread are the ones that matter; the rest is counted. */
const lignesMontrees = 8

function Repartition({
  titre,
  parts,
  onOpen,
}: Pick<RepartitionsProps, 'onOpen'> & { titre: string; parts: readonly Part[] }) {
  const autres = parts.slice(lignesMontrees)
  const lignes = [
    ...parts.slice(0, lignesMontrees),
    ...(autres.length === 0 ? [] : [reunir('autres', compte(autres.length, 'autre'), autres)]),
  ]
  return (
    <Section title={titre}>
      {parts.length === 0 ? (
        <EmptyState title="Rien n’est réparti" />
      ) : (
        <table className={classes.parts}>
          <tbody>
            {lignes.map((ligne) => (
              <tr key={ligne.cle}>
                <th scope="row" title={nommerPart(ligne)}>
                  <span className={classes.nom}>
                    <span>{ligne.libelle}</span>
                    {ligne.code !== undefined && <span className={classes.code}>{ligne.code}</span>}
                  </span>
                </th>
                <td>{compte(ligne.lettres, 'lettre')}</td>
                <td>
                  <button type="button" className={classes.porte} onClick={() => onOpen(ligne)}>
                    {formatValeur('heures', ligne.heures)}
                    <span className="visually-hidden"> : {nommerPart(ligne)}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
