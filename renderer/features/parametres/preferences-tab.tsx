import { Button, Input, SegmentedControl, Select } from '@mantine/core'
import { pasDeZoom } from '../../../shared/domain/fenetre/reglages'
import { executer } from '../../commandes/executer'
import { useReglagesFenetre } from '../../reglages-fenetre'
import { reglerLignes, useLignesCompactes } from '../../ui/densite'
import { Loading } from '../../ui/empty-state'
import { Section } from '../../ui/section'
import classes from './parametres.module.css'

const themes = [
  { value: 'systeme', label: 'Du système' },
  { value: 'clair', label: 'Clair' },
  { value: 'sombre', label: 'Sombre' },
] as const
const zooms = pasDeZoom.map((zoom) => ({ value: String(zoom), label: `${String(zoom)}\u00a0%` }))

/** How the window looks to this person: kept on this computer, not in the register. */
export function PreferencesTab() {
  const { reglages, regler } = useReglagesFenetre()
  const compactes = useLignesCompactes()
  if (!reglages) return <Loading />
  return (
    <div className={classes.column}>
      <Section
        title="Affichage"
        description="Ces réglages sont à vous, sur cet ordinateur. Ils ne changent rien au registre."
      >
        <div className={classes.preferences}>
          <Input.Wrapper
            className={classes.preference ?? ''}
            label="Thème"
            labelElement="div"
            labelProps={{ id: 'theme' }}
          >
            <SegmentedControl
              aria-labelledby="theme"
              data={[...themes]}
              value={reglages.theme}
              onChange={(value) => void regler({ theme: value })}
            />
          </Input.Wrapper>
          <Input.Wrapper
            className={classes.preference ?? ''}
            label="Lignes des listes"
            labelElement="div"
            labelProps={{ id: 'lignes' }}
          >
            <SegmentedControl
              aria-labelledby="lignes"
              data={[
                { value: 'normales', label: 'Normales' },
                { value: 'compactes', label: 'Compactes' },
              ]}
              value={compactes ? 'compactes' : 'normales'}
              onChange={(value) => reglerLignes(value === 'compactes')}
            />
          </Input.Wrapper>
          <Select
            label="Taille de l’affichage"
            description="Aussi par Ctrl + +, Ctrl + − et Ctrl + 0."
            data={zooms}
            value={String(reglages.zoom)}
            allowDeselect={false}
            onChange={(value) => {
              const zoom = pasDeZoom.find((pas) => String(pas) === value)
              if (zoom !== undefined) void regler({ zoom })
            }}
          />
        </div>
      </Section>
      <Section
        title="Au démarrage"
        description="La fenêtre revient à sa place et à sa taille, sur le dernier écran de ce registre, là où vous l’aviez laissé."
      >
        {null}
      </Section>
      <Section
        title="Clavier"
        description="Tout se fait au clavier. La touche ? montre les raccourcis depuis n’importe quel écran."
        actions={
          <Button variant="default" onClick={() => executer('raccourcis')}>
            Voir les raccourcis du clavier
          </Button>
        }
      >
        {null}
      </Section>
    </div>
  )
}
