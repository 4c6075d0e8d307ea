import { Button } from '@mantine/core'
import { afficheDepartement } from '../../../shared/academies'
import type { LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { compte } from '../../../shared/nombres'
import type { Filtre } from '../../../shared/liste/filtre'
import { Section } from '../../ui/section'
import classes from './campagne.module.css'
import { SignataireMenu } from './envoi-menu'
import { attenduDe, retenir } from './lettre-columns'
import { aujourdhui } from './libelles'
import type { Envoi } from './use-envoi'

/** Awaited signatures by signatory and by département: every number opens its letters. */
export function SignaturesAttendues({
  lettres,
  envoi,
  onOpen,
}: {
  lettres: readonly LettreListee[]
  envoi: Envoi
  onOpen: (filtre: Filtre) => void
}) {
  const attendues = lettres.filter(({ attendu }) => attendu !== null)
  if (attendues.length === 0) return null
  const signataires = [
    ...new Map(attendues.flatMap(({ attendu }) => (attendu ? [[attendu.code, attendu.qualite] as const] : []))),
  ]
  const departements = [...new Set(attendues.map(({ departement }) => departement))].sort()
  const nommer = (departement: string): string =>
    departement === '' ? 'Sans résidence' : `Dép. ${afficheDepartement(departement)}`
  return (
    <Section
      title="Signatures attendues"
      description="Par signataire dont c’est le tour, et par département."
      actions={
        <>
          <Button data-reads variant="default" disabled={envoi.running} onClick={() => void envoi.bordereaux({})}>
            Bordereaux de signature…
          </Button>
          <Button
            data-reads
            variant="default"
            disabled={envoi.running}
            onClick={() => void envoi.courriels('transmission', {})}
          >
            Courriels de transmission…
          </Button>
        </>
      }
    >
      <table className={classes.matrice}>
        <thead>
          <tr>
            <th scope="col">Signataire</th>
            {departements.map((departement) => (
              <th key={departement} scope="col" className={classes.nombre}>
                {nommer(departement)}
              </th>
            ))}
            <th scope="col" className={classes.nombre}>
              Total
            </th>
            <th scope="col">
              <span className="visually-hidden">Envoyer</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {signataires.map(([code, qualite]) => (
            <tr key={code}>
              <th scope="row">{qualite}</th>
              {[...departements, null].map((departement) => {
                const titre = departement === null ? qualite : `${qualite}, ${nommer(departement)}`
                const filtre = attenduDe(qualite, departement)
                const nombre = retenir(attendues, filtre, aujourdhui()).length
                return (
                  <td key={departement ?? 'total'} className={classes.nombre}>
                    {nombre === 0 ? (
                      <span className={classes.rien}>0</span>
                    ) : (
                      <button
                        type="button"
                        className={classes.porte}
                        aria-label={`${titre} : ${compte(nombre, 'lettre')}`}
                        onClick={() => onOpen(filtre)}
                      >
                        {nombre}
                      </button>
                    )}
                  </td>
                )
              })}
              <td className={classes.nombre}>
                <SignataireMenu envoi={envoi} code={code} qualite={qualite} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
