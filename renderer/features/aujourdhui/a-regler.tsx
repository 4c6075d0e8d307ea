import type { Constats } from '../../../shared/domain/aujourdhui/aujourdhui'
import { formatNombre } from '../../../shared/nombres'
import { paths } from '../../paths'
import { aLEcran } from '../../ui/format'
import { Section } from '../../ui/section'
import classes from './aujourdhui.module.css'

/** Each figure is a door on the list of exactly what it counts. */
const portes: readonly { cle: keyof Constats; libelle: string; href: string }[] = [
  {
    cle: 'sansLettre',
    libelle: 'Agents sans lettre de mission',
    href: paths.agents.href({}, { filtre: 'sansLettre' }),
  },
  {
    cle: 'contrats',
    libelle: 'Contrats finis ou finissant sous 60 jours',
    href: paths.agents.href({}, { filtre: 'contrats' }),
  },
  {
    cle: 'sansReseau',
    libelle: 'Établissements sans réseau',
    href: paths.etablissements.href({}, { filtre: 'sansReseau' }),
  },
  {
    cle: 'plusieursReseaux',
    libelle: 'Établissements dans deux réseaux',
    href: paths.etablissements.href({}, { filtre: 'plusieurs' }),
  },
  {
    cle: 'sansCoordonnateur',
    libelle: 'Réseaux sans coordonnateur',
    href: paths.reseaux.href({}, { filtre: 'sansCoordonnateur' }),
  },
  {
    cle: 'finsFse',
    libelle: 'Opérations FSE finissant sous 90 jours',
    href: paths.operationsFse.href({}, { filtre: 'finsFse' }),
  },
  {
    cle: 'justificatifs',
    libelle: 'Opérations FSE aux justificatifs incomplets',
    href: paths.operationsFse.href({}, { filtre: 'justificatifs' }),
  },
]

/** What misses or does not hold, without a day. */
export function ARegler({ constats }: { constats: Constats }) {
  const presentes = portes.filter(({ cle }) => constats[cle] > 0)
  return (
    <Section title="À régler">
      {presentes.length === 0 ? (
        <p className={classes.rien}>Lettres, contrats, réseaux et justificatifs sont en ordre.</p>
      ) : (
        <ul className={classes.lignes}>
          {presentes.map(({ cle, libelle, href }) => (
            <li key={cle}>
              <a className={classes.courte} href={href}>
                <span>{libelle}</span>
                <span className={classes.nombre}>{aLEcran(formatNombre(constats[cle]))}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
