import { Button } from '@mantine/core'
import { ajouterMembre } from '../../../shared/domain/reseau/reseau.contract'
import type { CouvertureDesLettres, EtablissementCouvert } from '../../../shared/domain/service/service'
import { compte } from '../../../shared/nombres'
import { useCommand } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { EmptyState } from '../../ui/empty-state'
import { notify } from '../../ui/notice'
import { Section } from '../../ui/section'
import classes from './campagne.module.css'
import { aujourdhui } from './libelles'

/** What the letters leave out, cite twice, or cite outside their networks: to be settled before printing. */
export function CouvertureLettres({
  couverture: { trous, doubles, horsReseau },
}: {
  couverture: CouvertureDesLettres
}) {
  return (
    <>
      <Liste
        titre="Établissements qu’aucune lettre ne cite"
        vide="Chaque membre d’un réseau est cité par une lettre."
        etablissements={trous}
      />
      <Liste
        titre="Établissements cités deux fois"
        vide="Aucun établissement n’est confié à deux personnes du même rôle."
        etablissements={doubles}
      />
      <Liste
        titre="Établissements cités hors des réseaux de la lettre"
        vide="Chaque établissement cité est membre d’un réseau de sa lettre."
        etablissements={horsReseau}
        rattachable
      />
    </>
  )
}

function Liste({
  titre,
  vide,
  etablissements,
  rattachable = false,
}: {
  titre: string
  vide: string
  etablissements: readonly EtablissementCouvert[]
  rattachable?: boolean
}) {
  const ajouter = useCommand(ajouterMembre)
  const avecAgents = etablissements.some(({ agents }) => agents.length > 0)
  const rattacher = (reseauId: string, etablissementId: string): void =>
    ajouter.mutate({ reseauId, etablissementId, debutLe: aujourdhui() }, { onError: notify.error })
  return (
    <Section title={titre} description={compte(etablissements.length, 'établissement')}>
      {etablissements.length === 0 ? (
        <EmptyState title={vide} />
      ) : (
        <table className={classes.matrice}>
          <thead>
            <tr>
              <th scope="col">Établissement</th>
              <th scope="col">Commune</th>
              <th scope="col">Réseaux</th>
              {avecAgents && <th scope="col">Agents</th>}
              {rattachable && (
                <th scope="col">
                  <span className="visually-hidden">Action</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {etablissements.map(({ id, nom, uai, commune, agents, reseaux }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={paths.etablissement.href({ id })}>{`${nom} (${uai})`}</a>
                </th>
                <td>{commune}</td>
                <td>{reseaux.map((reseau) => reseau.nom).join(', ')}</td>
                {avecAgents && <td>{agents.join(', ')}</td>}
                {rattachable && (
                  <td className={classes.nombre}>
                    {reseaux.slice(0, 1).map((reseau) => (
                      <Button
                        key={reseau.id}
                        size="compact-sm"
                        variant="default"
                        loading={ajouter.isPending}
                        onClick={() => rattacher(reseau.id, id)}
                        aria-label={`Rattacher ${nom} à ${reseau.nom}`}
                      >
                        Rattacher au réseau
                      </Button>
                    ))}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
