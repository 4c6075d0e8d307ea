import { listerModeles } from '../../../shared/domain/modele-lettre/modele-lettre.contract'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { ErrorState, Loading } from '../../ui/empty-state'
import { Section } from '../../ui/section'
import { Badge } from '../../ui/state'
import classes from './parametres.module.css'

const etats = { livre: 'Origine', modifie: 'Modifié', ajoute: 'De l’académie' } as const

/** The models of letter: what each rôle's letter says. */
export function ModelesTab() {
  const query = useOperation(listerModeles, {})
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  if (!query.data) return <Loading />
  return (
    <div className={classes.column}>
      <Section
        title="Modèles de lettres"
        description="Le texte des lettres de mission : ce qui est écrit pour tous, ce qui dépend de la personne, ce qui se répète. Ouvrez un modèle pour le changer, le dupliquer ou revenir à l’original."
      >
        <ul className={classes.modeles}>
          {query.data.map(({ code, libelle, origine, roles, lettres }) => (
            <li key={code} data-key={code}>
              <a href={paths.modeleLettre.href({ code })}>{libelle}</a>
              <span className={classes.comptes}>
                {roles.length === 0 ? 'Proposé pour aucun rôle' : `Proposé pour : ${roles.join(', ')}`}
              </span>
              <span className={classes.comptes}>{compte(lettres, 'lettre')}</span>
              <Badge>{etats[origine]}</Badge>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
