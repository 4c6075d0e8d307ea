import { Button } from '@mantine/core'
import { lireLettre, type LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { ecartSignale } from '../../../shared/domain/lettre-de-mission/regles'
import { majusculeInitiale } from '../../../shared/text'
import { EtatDeLettre } from '../../etat-lettre'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { aLEcran, formatValeur, heuresCourtes } from '../../ui/format'
import { DetailPane } from '../../ui/page'
import { navigate } from '../../ui/router'
import { EnregistrerLettre } from './enregistrer-lettre'
import { Ecart } from './libelles'
import { ListeConstats } from './liste-constats'
import classes from './lettre.module.css'
import type { ExportLettres } from './use-export-lettres'

interface LettrePaneProps {
  lettre: LettreListee
  exporter: ExportLettres
  onClose: () => void
}

/** What is known of the letter under the cursor: hours by domain, findings. */
export function LettrePane({ lettre, exporter, onClose }: LettrePaneProps) {
  const { id, agent, role, reseaux, heuresDues, uniteHeures, ecart, etat, constats, quotite } = lettre
  const domaines = useOperation(lireLettre, { id }, { keepPrevious: true }).data?.domaines ?? []
  return (
    <DetailPane
      title={agent}
      subtitle={[majusculeInitiale(role), reseaux].filter((mot) => mot !== '').join(' · ')}
      onClose={onClose}
      actions={
        <>
          <Button data-reads variant="default" onClick={() => navigate(paths.lettre.href({ id }))}>
            Ouvrir la lettre
          </Button>
          <EnregistrerLettre
            onExport={(format) => void exporter.lettre(id, format)}
            exporting={exporter.work.running}
          />
        </>
      }
    >
      <table className={classes.table}>
        <tbody>
          <tr>
            <th scope="row">Quotité</th>
            <td className={classes.nombre}>{formatValeur('pourcentage', quotite)}</td>
          </tr>
          <tr>
            <th scope="row">Heures dues</th>
            <td className={classes.nombre}>{heuresCourtes(heuresDues, uniteHeures)}</td>
          </tr>
          {domaines
            .filter((domaine) => domaine.lettreId === id && domaine.heures > 0)
            .map(({ id: domaineId, libelle, heures }) => (
              <tr key={domaineId}>
                <th scope="row">{libelle}</th>
                <td className={classes.nombre}>{aLEcran(formatValeur('heures', heures))}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className={classes.puces}>
        <EtatDeLettre etat={etat} /> <Ecart ecart={ecart} tolere={!ecartSignale(constats)} />
      </p>
      <ListeConstats constats={constats} />
    </DetailPane>
  )
}
