import { ActionIcon } from '@mantine/core'
import { IconDatabase, IconX } from '@tabler/icons-react'
import { formatInstant, partiesLocales } from '../../../shared/dates'
import { oublierRecent, ouvrirRegistre, type RegistreRecent } from '../../../shared/domain/registre/registre.contract'
import { useCommand } from '../../ipc/use-operation'
import { notify } from '../../ui/notice'
import { State } from '../../ui/state'
import classes from './accueil.module.css'
import { tenter, type SignaleEchec } from './echec'

const quand = (instant: string): string =>
  formatInstant(partiesLocales(instant), partiesLocales(new Date().toISOString()).jour)

/** The registers opened lately; one whose file is gone says so and can be forgotten. */
export function Recents({ recents, onEchec }: { recents: readonly RegistreRecent[]; onEchec: SignaleEchec }) {
  const ouvrir = useCommand(ouvrirRegistre)
  const oublier = useCommand(oublierRecent)
  return (
    <section className={classes.recents} aria-labelledby="recents">
      <h2 id="recents" className={classes.recentsTitle}>
        Registres récents
      </h2>
      <ul className={classes.list}>
        {recents.map((recent) => (
          <li key={`${recent.dossier}/${recent.nom}`} className={classes.recent}>
            {recent.disponible ? (
              <button
                type="button"
                className={classes.open}
                disabled={ouvrir.isPending}
                onClick={() =>
                  void tenter('Le registre n’a pas été ouvert.', onEchec, () =>
                    ouvrir.mutateAsync({ jeton: recent.jeton }),
                  )
                }
              >
                <Identite recent={recent} />
                <span className={classes.when}>{quand(recent.ouvertAt)}</span>
              </button>
            ) : (
              <div className={classes.open}>
                <Identite recent={recent} />
                <State tone="attention">Fichier introuvable</State>
              </div>
            )}
            <ActionIcon
              aria-label={`Oublier ${recent.nom} (le fichier est gardé)`}
              onClick={() => oublier.mutate({ jeton: recent.jeton }, { onError: notify.error })}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Identite({ recent: { nom, dossier } }: { recent: RegistreRecent }) {
  return (
    <>
      <IconDatabase size={18} stroke={1.6} aria-hidden />
      <span className={classes.name}>{nom}</span>
      <span className={classes.folder} title={dossier}>
        {dossier}
      </span>
    </>
  )
}
